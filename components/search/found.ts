/** What a search finds, in words and addresses: for the dialog, which gets it as JSON, and for the page. */
export const foundKinds = ['pages', 'enterprises', 'alliances', 'activities', 'announcements', 'people'] as const

export type FoundKind = (typeof foundKinds)[number]

export type FoundItem = { href: string; label: string; hint?: string }

export type FoundGroup = {
  kind: FoundKind
  title: string
  items: FoundItem[]
  /** There is more than is shown: where it is listed in full, or null where no list has it. */
  more?: { href: string | null; label: string }
}

/** `said` tells how much was found, or what to do where nothing was. */
export type FoundAll = { groups: FoundGroup[]; said: string; allHref: string }
