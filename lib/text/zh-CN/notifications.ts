export const notifications = {
  title: '消息',
  note: '候补转正、活动变更和取消、办结、签到更正等事项',
  unread: '未读',
  all: '全部',
  bell: '消息',
  bellUnread: '{count} 条未读消息',
  many: '99+',
  markAllRead: '全部标为已读',
  markRead: '标为已读',
  marked: '已标为已读',
  gone: '相关内容已移走，或者您目前无权查看',
  emptyTitle: '还没有消息',
  emptyText: '与您有关的事项会在这里告知您',
  emptyUnreadTitle: '没有未读消息',
  emptyUnreadText: '所有消息都已读过',
  kind: {
    PLACE_GIVEN: {
      title: '候补已转为正式名额：{title}',
      text: '您在“{title}”的候补已转为正式名额。时间：{when}。如不能参加，请及时撤回或请假，名额将顺延给下一位。',
    },
    ACTIVITY_CHANGED: {
      title: '活动有变更：{title}',
      text: '“{title}”的时间、地点或方式有调整。调整后的时间：{when}，地点：{place}。原有报名继续有效。',
    },
    ACTIVITY_CANCELLED: {
      title: '活动已取消：{title}',
      text: '原定于 {when} 举办的“{title}”已取消。原因：{reason}。无需再作其他操作。',
    },
    ACTIVITY_REVIEWED: {
      title: '活动已办结：{title}',
      text: '“{title}”已办结，纪要和材料可在活动页面查阅。',
    },
    ATTENDANCE_REVIEWED: {
      title: '签到记录有更正：{title}',
      text: '主办方更正了您在“{title}”的签到记录。原因：{reason}。如有异议，请联系主办方。',
    },
    ANNOUNCEMENT_PUBLISHED: {
      title: '新公告：{title}',
      text: '发布了公告“{title}”，请查阅；企业请在公告页面标记已阅。',
    },
    CLAIM_TRIED: {
      title: '有人持激活码激活本企业账号',
      text: '“{enterprise}”已有账号管理员，有人又用激活码激活，未予办理，该激活码已作废。如是本企业人员，请在“人员与授权”中为其开通。',
    },
    PROPOSAL_DECIDED: {
      title: '更正申请已处理：{enterprise}',
      text: '市应急管理局已处理“{enterprise}”的更正申请：采纳 {accepted} 项，未采纳 {refused} 项。采纳的内容已写入台账，理由见申请页面。',
    },
  },
  mail: {
    readOn: '查看详情：',
    footer: '本邮件由上海市危险化学品企业行业安全联盟门户自动发出，请勿直接回复。',
  },
  refusals: {},
}
