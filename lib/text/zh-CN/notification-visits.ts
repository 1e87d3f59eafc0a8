/** What is told of hosts of site visits, of expert guidance and of mutual inspections: apart, because its words are many. */
export const visitNotices = {
  HOST_ASKED: {
    title: '请答复能否接待实地调研：{title}',
    text: '拟请贵单位接待“{title}”。时间：{when}。内容：{reason}。请在页面上答复能否接待，并填写接待人数和入厂要求。',
  },
  HOST_AGREED: {
    title: '接待单位已同意：{title}',
    text: '{enterprise}同意接待“{title}”。时间：{when}。接待人数和入厂要求见页面，可以发布活动。',
  },
  HOST_DECLINED: {
    title: '接待单位未同意：{title}',
    text: '{enterprise}不能接待“{title}”。原因：{reason}。请另请接待单位。',
  },
  HOST_WITHDREW: {
    title: '接待单位撤回接待：{title}',
    text: '{enterprise}撤回了对“{title}”的接待。时间：{when}。原因：{reason}。请另请接待单位，或者取消活动。',
  },
  HOST_RELEASED: {
    title: '不再征询接待：{title}',
    text: '组织方不再请贵单位接待“{title}”。时间：{when}。说明：{reason}。',
  },
  HOST_MOVED: {
    title: '实地调研时间有调整，请重新确认接待：{title}',
    text: '贵单位同意接待的“{title}”拟改为 {when}。请在页面上按新的时间确认能否接待。',
  },
  GATE_LIST_READY: {
    title: '入厂名单已备好：{title}',
    text: '贵单位接待的“{title}”将于 {when} 进行。请在页面上核对并下载入厂名单，提前告知门卫；之后名单仍可能有变化。',
  },
  GUIDANCE_REQUESTED: {
    title: '有企业申请专家指导：{title}',
    text: '{enterprise}申请专家指导“{title}”，请审核并选派专家。',
  },
  GUIDANCE_APPROVED: {
    title: '专家指导申请已同意：{title}',
    text: '应急管理局已同意“{title}”的申请并选派专家。上门日期见页面。',
  },
  GUIDANCE_GIVEN: {
    title: '请组织专家指导：{title}',
    text: '应急管理局委托您组织对{enterprise}的专家指导“{title}”。请与企业和专家商定上门日期，上门后出具指导意见。',
  },
  GUIDANCE_REFUSED: {
    title: '专家指导申请未同意：{title}',
    text: '“{title}”未获同意，原因：{reason}。情况有变化的，可以重新申请。',
  },
  GUIDANCE_WITHDRAWN: {
    title: '专家指导申请已撤回：{title}',
    text: '{enterprise}撤回了“{title}”的申请。原因：{reason}。',
  },
  GUIDANCE_ARRANGED: {
    title: '专家指导的安排有变更：{title}',
    text: '就“{title}”，专家将于{day}上门，人员安排见页面。',
  },
  GUIDANCE_ADVISED: {
    title: '专家指导意见已出具：{title}',
    text: '“{title}”的指导意见已出具，请在页面上逐条答复落实情况，完成期限：{day}。指导意见仅本企业和应急管理局等有关人员可见。',
  },
  ADVICE_RETURNED: {
    title: '专家指导意见的答复被退回：{title}',
    text: '对“{title}”的一条答复被退回，请在页面查看原因并补充。',
  },
  ADVICE_URGED: {
    title: '催办：{title}',
    text: '“{title}”的专家指导意见有 {count} 条已过完成期限，贵单位尚未答复或者尚未完成，请尽快办理。',
  },
  ADVICE_OVERDUE: {
    title: '指导意见逾期：{title}',
    text: '{enterprise}对“{title}”的专家指导意见，有 {count} 条逾期超过 {day} 天，请查看并督促企业落实。',
  },
  INSPECTION_PAIRED: {
    title: '互查安排：{title}',
    text: '“{title}”中，由{from}检查{enterprise}。时间：{when}。检查内容见页面；检查发现仅检查单位、受检单位和有关主管人员可见。',
  },
  INSPECTION_UNPAIRED: {
    title: '互查安排取消：{title}',
    text: '“{title}”中，不再安排{from}检查{enterprise}。',
  },
  FINDING_RECORDED: {
    title: '互查发现待整改：{title}',
    text: '“{title}”中，{from}检查{enterprise}时发现一项隐患，请在页面查看并答复整改措施和完成期限。',
  },
  FINDING_MAJOR: {
    title: '互查发现重大事故隐患：{title}',
    text: '“{title}”中，{from}检查{enterprise}时登记了一项重大事故隐患，请关注整改，并提醒企业依法报告。',
  },
  FINDING_WITHDRAWN: {
    title: '一项互查发现已撤回：{title}',
    text: '“{title}”中，{from}检查{enterprise}时登记的一项发现已撤回，原因见页面，不需要整改。',
  },
  FINDING_ANSWERED: {
    title: '互查整改有答复：{title}',
    text: '“{title}”中，{enterprise}答复了{from}检查发现的一项隐患，请在页面查看；已完成整改的，请复核。',
  },
  FINDING_RETURNED: {
    title: '互查整改被退回：{title}',
    text: '“{title}”中，{enterprise}的一项整改答复被退回，请在页面查看原因并继续整改。',
  },
  FINDING_CLOSED: {
    title: '互查发现已闭环：{title}',
    text: '“{title}”中，{from}检查{enterprise}发现的一项隐患经复核已闭环。',
  },
  FINDING_URGED: {
    title: '催办互查整改：{title}',
    text: '“{title}”中，{from}检查{enterprise}发现的隐患，有 {count} 项已过期限，贵单位尚未答复或者尚未完成整改。请在页面完成答复；需要延期的，请说明措施和新的完成日期。',
  },
  FINDING_OVERDUE: {
    title: '互查发现超期未整改：{title}',
    text: '“{title}”中，{from}检查{enterprise}发现的隐患，有 {count} 项超期达到 {days} 天，请查看并督促企业整改。',
  },
}
