export const imports = {
  state: {
    UPLOADED: '已上传',
    CHECKING: '正在检查',
    CHECKED: '待确认',
    CONFIRMING: '正在导入',
    DONE: '已完成',
    FAILED: '未成功',
    CANCELLED: '已取消',
  },
  verdict: { NEW: '新增', CHANGED: '有变化', UNCHANGED: '无变化', WRONG: '有误' },
  refusals: {},
}
