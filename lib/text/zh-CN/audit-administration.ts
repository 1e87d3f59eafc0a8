/** What the audit trail says of accounts, sign-ins and settings: apart, because its words are many. */
export const sessionVerbs = {
  open: '登录',
  close: '退出登录',
  end: '让一台设备退出登录',
  'end-others': '让其他设备退出登录',
  'wear-hat': '切换身份',
}

export const userVerbs = {
  invite: '邀请人员',
  activate: '开通账号',
  'become-first-administrator': '设立首位管理员',
  appoint: '添加任职',
  'end-appointment': '结束任职',
  rename: '更正姓名',
  disable: '停用账号',
  enable: '恢复账号',
  'issue-link': '生成开通或重设链接',
  'request-reset': '申请重设密码',
  'reset-password': '重设密码',
  'change-password': '修改密码',
  'choose-language': '更换语言',
}

export const settingVerbs = {
  change: '修改设置',
  'add-holiday': '添加节假日',
  'remove-holiday': '移除节假日',
  'import-holidays': '导入节假日',
  'test-mail': '发送测试邮件',
  'send-mail-again': '重新发送邮件',
}

export const settingFields = {
  icp: 'ICP 备案号',
  publicSecurity: '公安备案号',
  host: '主办单位',
  phone: '电话',
  email: '邮箱',
  accessLogDays: '查阅记录保存天数',
  notificationDays: '消息保存天数',
  outboxDays: '邮件保存天数',
  signInDays: '登录保存天数',
  linkDays: '链接保存天数',
  resultFileDays: '错误文件保存天数',
  senderName: '发件人名称',
  subjectPrefix: '邮件标题前缀',
  lengthMin: '密码最少字符数',
  signInDaysMax: '一次登录最长天数',
  ofBureaus: '市区两级须用动态口令',
  ofInsurers: '承保机构须用动态口令',
  effectiveFrom: '生效日期',
  holidayKind: '类别',
  days: '天数',
}
