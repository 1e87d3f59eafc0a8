import { expect, test } from './support/portal'

test('the portal of the stories is up, with its city', async ({ page, request }) => {
  expect(await (await request.get('/api/ready')).json()).toEqual({ status: 'ok' })
  await page.goto('/')
  await expect(page).toHaveTitle(/联盟/)
})
