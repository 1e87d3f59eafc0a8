export const attendance = {
  registrationState: { PLACED: '已报名', WAITING: '候补', WITHDRAWN: '已撤回', ON_LEAVE: '请假' },
  method: { CODE_SCANNED: '扫码', CODE_TYPED: '输码', DOOR_DESK: '签到台', CORRECTION: '补正' },
  refusals: {},
}
