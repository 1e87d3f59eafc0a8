export const search = {
  title: '快速查找',
  open: '查找',
  placeholder: '企业、活动或页面，可输入两个汉字或拼音首字母',
  hint: '↑ ↓ 选择，回车打开，Esc 关闭',
  none: '没有找到“{query}”。请换一个词，或检查是否在您的管辖范围内',
  short: '请至少输入两个字',
  failed: '暂时查不了，请检查网络后再试',
  count: '找到 {count} 项',
  group: { enterprises: '企业', activities: '活动', pages: '页面' },
  refusals: {},
}
