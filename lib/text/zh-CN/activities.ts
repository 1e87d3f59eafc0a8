export const activities = {
  kind: {
    EXCHANGE_MEETING: '交流会',
    SITE_VISIT: '实地调研',
    DISCUSSION: '问题研讨',
    EXPERIENCE_SHARING: '经验分享',
    TRAINING: '培训',
    MUTUAL_INSPECTION: '隐患互查',
    EXCHANGE_VISIT: '交流互学',
    EXPERT_GUIDANCE: '专家指导',
  },
  mode: { ON_SITE: '线下', ONLINE: '线上', MIXED: '线上线下结合' },
  state: { DRAFT: '草稿', PUBLISHED: '已发布', HELD: '已举办', CLOSED: '已办结', CANCELLED: '已取消' },
  fileKind: { MATERIAL: '材料', MINUTES: '纪要' },
  refusals: {},
}
