/** What the portal writes into its mails around what they tell. */
export const mails = {
  digest: {
    subject: '消息汇总（{count} 条）',
    lead: '以下是上次汇总以来的新消息。',
    more: '另有 {count} 条，请在门户中查阅。',
    all: '全部消息：',
    choices: '更改通知方式：',
  },
  test: {
    subject: '测试邮件',
    body: '这是行业安全联盟门户发出的测试邮件。收到它说明发件服务器设置正确，无需其他操作。\n',
  },
  readOn: '查看详情：',
  answer: '打开链接即可答复参加、换人或者请假，不用登录（链接只供本人使用，请勿转发）：',
  calendar: {
    REQUEST: '附件 activity.ics 是日历文件，打开即可将活动加入日历；日历中已有的，更新为新的时间。',
    CANCEL: '附件 activity.ics 是日历文件，打开即可将活动从日历中移除。',
  },
  footer: '本邮件由上海市危险化学品企业行业安全联盟门户自动发出，请勿直接回复。',
  refusals: {},
}
