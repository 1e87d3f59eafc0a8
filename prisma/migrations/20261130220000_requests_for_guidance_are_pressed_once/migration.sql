-- The form names the press: two that come at the same instant are one request.
ALTER TABLE "guidance_requests" ADD COLUMN "request_key" UUID;
CREATE UNIQUE INDEX "guidance_requests_request_key_title_key" ON "guidance_requests"("request_key", "title");
