export const alliances = {
  yearState: { PLANNED: '筹备', RUNNING: '运行', CLOSED: '已结束' },
  membershipKind: { LEAD: '牵头企业', MEMBER: '成员企业' },
  refusals: {},
}
