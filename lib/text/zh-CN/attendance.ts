export const attendance = {
  method: { CODE_SCANNED: '扫码', CODE_TYPED: '输码', DOOR_DESK: '签到台', CORRECTION: '补正' },
  refusals: {
    PERSON_NOT_AT_DOOR: '签到台查不到此人。请本人扫码签到，或者先为其报名',
    UNDO_TOO_LATE: '已超过 {minutes} 分钟，不能直接撤销。请在“签到”页填写理由更正',
    NOT_THEIR_ENTERPRISE: '此人活动当天不能代表该企业，请重新选择',
    ALREADY_CHECKED_IN: '此人已经签到，不用补签；如需修改，请更正原有记录',
  },
}
