import { type search as source } from '../zh-CN/search'

export const search = {
  title: 'Quick find',
  open: 'Find',
  placeholder: 'Enterprise, activity or page; two characters or pinyin initials',
  hint: '↑ ↓ to choose, Enter to open, Esc to close',
  none: 'Nothing found for “{query}”. Try another word, or check whether it is within your scope',
  short: 'Type at least two characters',
  failed: 'Search is not available at the moment. Check your connection and try again',
  count: '{count, plural, one {# result} other {# results}}',
  group: { enterprises: 'Enterprises', activities: 'Activities', pages: 'Pages' },
  refusals: {},
} satisfies typeof source
