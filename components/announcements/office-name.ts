type Author = {
  jurisdiction: { name: string } | null
  insurer: { name?: string; shortName?: string } | null
  enterprise: { name: string } | null
}

/** The office that announces; without any other it is the municipal bureau. */
export const authorName = ({ jurisdiction, insurer, enterprise }: Author, municipal: string): string =>
  jurisdiction?.name ?? insurer?.name ?? insurer?.shortName ?? enterprise?.name ?? municipal
