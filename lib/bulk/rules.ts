/** The acts in the order in which they are offered. */
export const acts = ['admit', 'release', 'size', 'standardize', 'export'] as const

export const reasonLengthMax = 500

/** For so long a bulk change can be taken back. */
export const undoHours = 24

/** The kind under which the worker knows an act. */
export const taskKinds = {
  admit: 'bulkAdmit',
  release: 'bulkRelease',
  size: 'bulkSize',
  standardize: 'bulkStandardize',
  export: 'bulkExport',
} as const
