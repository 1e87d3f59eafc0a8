export const alliances = {
  yearState: { PLANNED: '筹备', RUNNING: '运行', CLOSED: '已结束' },
  membershipKind: { LEAD: '牵头企业', MEMBER: '成员企业' },
  refusals: {
    MEMBERSHIPS_DO_NOT_OVERLAP: '该企业在这段时间内已经在联盟中，请核对加入日期',
    MEMBERSHIPS_HAVE_ONE_LEAD: '同一时间只能有一家牵头企业，刚刚已有其他人确定了牵头企业，请刷新后核对',
    INSURER_APPOINTMENTS_DO_NOT_OVERLAP: '这段时间内联盟已有承保机构，请刷新后核对起止日期',
  },
}
