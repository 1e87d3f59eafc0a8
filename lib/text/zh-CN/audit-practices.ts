/** What the audit trail says of practices: apart, because its words are many. */
export const practiceVerbs = {
  start: '起草',
  save: '保存草稿',
  revise: '更新为新版',
  consent: '同意分享',
  recall: '收回送审',
  review: '审核',
  'make-public': '向社会公开',
  narrow: '缩小分享范围',
  withdraw: '撤回',
  adopt: '登记在用',
  'end-adoption': '登记不再使用',
  'add-file': '上传附件',
  'remove-file': '移除附件',
}
