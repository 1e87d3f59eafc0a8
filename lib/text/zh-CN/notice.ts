export const notice = {
  title: '通知全文',
  documentNumber: '沪应急危化〔2024〕14号',
  documentTitle: '上海市应急管理局关于推动建立本市危险化学品企业行业安全联盟的通知',
  addressees: '各区应急管理局、各有关危险化学品和工贸安全责任保险机构、各有关企业：',
  opening:
    '为持续提升本市危险化学品企业自治、开放和行业自律水平，以高水平安全保障化工产业高质量发展，推动建立本市危险化学品企业行业安全联盟，现就有关工作通知如下。',
  issuer: '上海市应急管理局',
  issuedOn: '2024年2月5日',
  disclosure: '信息公开形式：主动公开',
  copies: '抄送：中国（上海）自由贸易试验区临港新片区管理委员会、上海化学工业区管理委员会',
  contents: '条款目录',
  courtesy: '英文摘要仅供参考，以中文原文为准',
  legend: '文中标签表示条款的要求程度；鼓励、建议和可选事项不作为未达标处理',
  linkToClause: '本条链接',
  modality: { MUST: '应当', SHOULD: '要求', ENCOURAGED: '鼓励', SUGGESTED: '建议', MAY: '可以' },
  refusals: {},
}
