import { visitNotices } from './notification-visits'

export const notifications = {
  title: '消息',
  note: '邀请和催办、活动提醒、变更和取消、办理结果、公告等事项',
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
    COVERAGE_ENDS: {
      title: '{title}将没有承保机构专人',
      text: '{title}自{from}起没有在岗的承保机构专人（通知四（一）：专人负责制）。请及时确定承保机构或更换专人。',
    },
    PASSWORD_CHANGED: {
      title: '密码已修改',
      text: '您的账号于 {changedAt} 修改了密码，其他设备已退出登录。如果不是您本人操作，请立即联系本单位管理员。',
    },
    CONTACT_CHANGED: {
      title: '联系方式已修改',
      text: '您的账号于 {changedAt} 修改了邮箱或手机号码。如果不是您本人操作，请立即联系本单位管理员。',
    },
    CODES_ON: {
      title: '动态口令已启用',
      text: '您的账号于 {changedAt} 启用了动态口令，其他设备已退出登录。如果不是您本人操作，请立即联系本单位管理员。',
    },
    CODES_OFF: {
      title: '动态口令已关闭',
      text: '您的账号于 {changedAt} 关闭了动态口令。如果不是您本人操作，请立即联系本单位管理员。',
    },
    CODES_RESET: {
      title: '动态口令已由管理员重置',
      text: '管理员于 {changedAt} 重置了您的动态口令，所有设备已退出登录。如果您没有提出过，请立即联系本单位管理员。',
    },
    ACTIVITY_INVITED: {
      title: '邀请参加：{title}',
      text: '诚邀贵单位参加“{title}”。时间：{when}，地点：{place}。请在活动页面报名；不能参加的，请在同一页面请假。',
    },
    INVITATION_ENDED: {
      title: '邀请已终止：{title}',
      text: '“{title}”（{when}）的邀请范围已调整，您不再在邀请范围内，此前的邀请和答复链接随之终止，无需答复。如有疑问，请联系主办方。',
    },
    ANSWER_DUE: {
      title: '活动邀请待答复：{title}',
      text: '“{title}”将于 {when} 举办，地点：{place}。您代表的企业还有未答复的，请报名参加；不能参加的，请请假。',
    },
    ANSWER_URGED: {
      title: '请答复活动邀请：{title}',
      text: '主办方请您尽快答复“{title}”的邀请。时间：{when}，地点：{place}。请报名参加；不能参加的，请请假。',
    },
    ACTIVITY_IN_A_WEEK: {
      title: '活动预告：{title}',
      text: '您已报名的“{title}”将于 {when} 举办，地点：{place}。不能参加的，请及时换人或者请假，名额将顺延给下一位。日程文件和活动材料见活动页面。',
    },
    ACTIVITY_IN_A_DAY: {
      title: '活动临近：{title}',
      text: '您已报名的“{title}”将于 {when} 举办，地点：{place}。到场后请扫描会场的签到码签到。临时不能参加的，请在活动页面换人或者请假。',
    },
    ACTIVITY_BEGINS: {
      title: '活动即将开始：{title}',
      text: '“{title}”即将开始。时间：{when}，地点：{place}。到场后请扫描会场的签到码签到。',
    },
    PLACE_GIVEN: {
      title: '候补已转为正式名额：{title}',
      text: '您在“{title}”的候补已转为正式名额。时间：{when}。如不能参加，请及时撤回或请假，名额将顺延给下一位。',
    },
    PLACE_OFFERED: {
      title: '有名额了，请确认：{title}',
      text: '“{title}”有名额空出，按候补顺序为您保留到 {untilAt}。活动时间：{when}。请在此之前确认参加；逾期未确认，名额将让给下一位。',
    },
    OFFER_LAPSED: {
      title: '保留的名额已过期：{title}',
      text: '为您保留的“{title}”名额逾期未确认，已让给下一位。仍想参加的，可以重新报名候补。',
    },
    SLOT_BOOKED: {
      title: '有单位预约交流场次：{title}',
      text: '{enterprise}预约了贵单位开放的“{title}”。时间：{when}。预约名单见活动页面。',
    },
    BOOKING_CANCELLED: {
      title: '交流场次的预约已取消：{title}',
      text: '{enterprise}取消了“{title}”的预约。时间：{when}。',
    },
    SLOT_WITHDRAWN: {
      title: '交流场次已取消：{title}',
      text: '{enterprise}取消了原定于 {when} 的“{title}”。原因：{reason}。可在活动页面预约其他场次。',
    },
    ...visitNotices,
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
      text: '“{title}”已办结，纪要和材料可在活动页面查阅。参加活动的人员，请在同一页面评价这次活动，用时不到一分钟。',
    },
    ATTENDANCE_REVIEWED: {
      title: '签到记录有更正：{title}',
      text: '主办方更正了您在“{title}”的签到记录。原因：{reason}。如有异议，请联系主办方。',
    },
    ANNOUNCEMENT_PUBLISHED: {
      title: '新公告：{title}',
      text: '发布了公告“{title}”，请查阅；企业请在公告页面标记已阅。',
    },
    ENTERPRISE_MOVED: {
      title: '移交监管：{enterprise}',
      text: '“{enterprise}”移交给{place}监管。原因：{reason}。',
    },
    ENTERPRISE_CLOSED: {
      title: '企业关闭：{enterprise}',
      text: '“{enterprise}”已登记关闭，联盟成员和人员授权随之终止。原因：{reason}。',
    },
    LICENCE_EXPIRING: {
      title: '许可证将到期：{enterprise}',
      text: '“{enterprise}”的许可证 {number} 将于{day}到期，距今不足 {days} 天。请及时办理延续；已换证的，请申请更正企业信息。',
    },
    LICENCES_EXPIRING: {
      title: '{count} 张许可证将在 {days} 天内到期',
      text: '本辖区有 {count} 张许可证将在 {days} 天内到期，请督促企业办理延续。',
    },
    CLAIM_TRIED: {
      title: '有人持激活码激活本企业账号',
      text: '“{enterprise}”已有账号管理员，有人又用激活码激活，未予办理，该激活码已作废。如是本企业人员，请在“人员与授权”中为其开通。',
    },
    PRACTICE_APPROVED: {
      title: '经验做法已审核通过：{enterprise}',
      text: '“{enterprise}”送审的经验做法已审核通过，按确认的范围分享。',
    },
    PRACTICE_RETURNED: {
      title: '经验做法已退回：{enterprise}',
      text: '“{enterprise}”送审的经验做法已退回，审核意见见经验做法页面，修改后可以再送。',
    },
    PRACTICE_WITHDRAWN: {
      title: '在用的经验做法已撤回：{enterprise}',
      text: '“{enterprise}”分享、贵单位登记在用的一条经验做法已撤回，正文和附件不再提供。',
    },
    PRACTICE_TAKEN_DOWN: {
      title: '市应急管理局撤回了经验做法：{enterprise}',
      text: '市应急管理局撤回了“{enterprise}”的一条经验做法。原因：{reason}。',
    },
    DISPUTE_FILED: {
      title: '参与异议待答复：{title}',
      text: '“{enterprise}”对“{title}”的参与情况提出异议：{reason}。请核实后在活动页面答复。',
    },
    DISPUTE_ACCEPTED: {
      title: '参与异议已采纳：{title}',
      text: '“{enterprise}”对“{title}”的参与异议已采纳，已计入参与。答复：{reason}',
    },
    DISPUTE_REJECTED: {
      title: '参与异议未采纳：{title}',
      text: '“{enterprise}”对“{title}”的参与异议未采纳。答复：{reason}',
    },
    ACTION_ITEM_GIVEN: {
      title: '请承办：{title}',
      text: '“{title}”议定由“{enterprise}”承办：{item}。请于{day}前完成，并在活动页面报告完成情况。',
    },
    ACTION_ITEM_RETURNED: {
      title: '已退回继续办理：{title}',
      text: '活动组织方把“{enterprise}”承办的事项退回继续办理：{item}。请补充办理后在活动页面重新报告。',
    },
    CERTIFICATES_ISSUED: {
      title: '培训证书已发放：{title}',
      text: '您参加“{title}”的培训证书已经发放，可在“我的账号”中下载，扫描证书上的二维码可以核验。',
    },
    CERTIFICATE_REVOKED: {
      title: '培训证书已撤销：{title}',
      text: '您参加“{title}”的培训证书 {number} 已被撤销。原因：{reason}。如有异议，请联系主办方。',
    },
    CERTIFICATE_ENDS: {
      title: '培训证书即将到期：{title}',
      text: '您参加“{title}”的培训证书 {number} 有效期至{day}。请留意联盟的培训安排，及时参加培训。',
    },
    CERTIFICATES_END: {
      title: '{count} 张培训证书即将到期',
      text: '贵单位有 {count} 张培训证书将在 {days} 天内到期，最早的一张有效期至{day}。请安排相关人员及时参加培训。',
    },
    SELF_CHECK_SENT: {
      title: '对照自查：{title}',
      text: '联盟下发了事故案例“{title}”的自查问题：会不会发生在我这里？请逐条对照本单位情况，于{day}前答复。',
    },
    SELF_CHECK_URGED: {
      title: '催办自查：{title}',
      text: '贵单位还没有答复事故案例“{title}”的自查，请于{day}前答复。',
    },
    DATE_POLL_OPENED: {
      title: '征集时间：{title}',
      text: '联盟正在为“{title}”征集合适的时间。请于{day}前选出您方便的时间，一分钟即可完成，截止前都可以修改。',
    },
    DATE_POLL_CLOSES: {
      title: '时间征集即将截止：{title}',
      text: '“{title}”的时间征集将于{day}截止，您还没有答复。请打开页面，逐个选择时间是否合适。',
    },
    DATE_POLL_SETTLED: {
      title: '时间已定：{title}',
      text: '您答复过的“{title}”已定在 {when}。正式通知发布后，您会另外收到邀请。',
    },
    DATE_POLL_CANCELLED: {
      title: '征集取消：{title}',
      text: '您答复过的“{title}”时间征集已取消。原因：{reason}',
    },
    QUIZ_OPENED: {
      title: '请完成随堂测试：{title}',
      text: '您参加的培训“{title}”已开放随堂测试，请在手机上作答，每人有 {count} 次机会。',
    },
    PROBLEM_SENT: {
      title: '共性问题整改：{title}',
      text: '联盟下发了共性问题“{title}”和整改建议。请对照自查，于{day}前答复整改情况；不涉及的，请说明理由。',
    },
    PROBLEM_URGED: {
      title: '催办：{title}',
      text: '共性问题“{title}”的整改应于{day}前完成，贵单位尚未答复或者尚未完成，请尽快办理。',
    },
    PROBLEM_RETURNED: {
      title: '整改答复已退回：{title}',
      text: '贵单位对共性问题“{title}”的答复已退回。理由：{reason}。请补充后重新提交。',
    },
    PROBLEM_WITHDRAWN: {
      title: '共性问题已撤回：{title}',
      text: '共性问题“{title}”已撤回，贵单位不再需要答复和整改。撤回理由：{reason}。',
    },
    PROBLEMS_OVERDUE: {
      title: '{count} 项共性问题整改逾期超过 {days} 天',
      text: '本辖区企业有 {count} 项共性问题整改逾期超过 {days} 天，请查看逾期清单，督促企业整改。',
    },
    PROPOSAL_DECIDED: {
      title: '更正申请已处理：{enterprise}',
      text: '市应急管理局已处理“{enterprise}”的更正申请：采纳 {accepted} 项，未采纳 {refused} 项。采纳的内容已写入台账，理由见申请页面。',
    },
  },
  choices: {
    title: '通知方式',
    lead: '所有消息都会在门户的“消息”中显示。下面几类，可以选择是否另发邮件。21:00 至次日 7:30 不发邮件，活动开始前 2 小时的提醒和活动变更、取消除外',
    way: { MAIL: '即时发送邮件', DIGEST: '每天 8:00 汇总成一封邮件', PORTAL: '只在门户中显示' },
    group: {
      INVITATIONS: '活动邀请和催办',
      REMINDERS: '活动提醒',
      RESULTS: '办理结果',
      ANNOUNCEMENTS: '通知公告',
      CHANGES: '活动变更',
      DUTIES: '监管和职责',
      SECURITY: '账号安全',
    },
    what: {
      INVITATIONS: '邀请参加活动、活动前 7 天仍未答复、主办方催办。即时邮件带有免登录的答复链接，汇总邮件没有',
      REMINDERS: '已报名的活动开始前 7 天、1 天和 2 小时。选择汇总的，来不及汇总的提醒即时发送',
      RESULTS: '活动办结、培训证书发放、更正申请已处理、经验做法审核通过或者退回',
      ANNOUNCEMENTS: '市、区应急管理局和承保机构发布的通知公告',
      CHANGES: '时间地点调整、取消、候补转正、签到更正',
      DUTIES: '待办事项、培训证书撤销、许可证将到期、移交监管、企业关闭、经验做法撤回、联盟将没有专人',
      SECURITY: '密码、联系方式或者动态口令变动，有人持激活码激活本企业账号',
    },
    save: '保存通知方式',
    saved: '通知方式已保存',
    fixedTitle: '固定发送',
    fixedLead: '下面几类涉及参加活动、履行职责和账号安全，都会发送邮件，不能关闭',
    notSetUp: '本门户没有启用邮件，消息目前都只在门户中显示。下面的选择在启用邮件后生效',
    noAddress: '您的账号没有登记邮箱，消息目前都只在门户中显示',
    addAddress: '登记邮箱',
  },
  refusals: {},
}
