export const attendance = {
  method: { CODE_SCANNED: '扫码', CODE_TYPED: '输码', DOOR_DESK: '签到台', CORRECTION: '补正' },
  refusals: {},
}
