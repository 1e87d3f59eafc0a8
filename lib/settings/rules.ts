/** What the administrator sets, one group a page. Pure: forms and the server read the same plan. */
export const settingKeys = ['footer', 'retention', 'mail', 'passwords', 'codes', 'year'] as const

export type SettingKey = (typeof settingKeys)[number]

export type Settings = {
  footer: { icp: string; publicSecurity: string; host: string; phone: string; email: string }
  /** Days that things are kept after they have ended. The audit trail is kept for good. */
  retention: {
    accessLogDays: number
    notificationDays: number
    outboxDays: number
    signInDays: number
    linkDays: number
    resultFileDays: number
  }
  mail: { senderName: string; subjectPrefix: string }
  passwords: { lengthMin: number; signInDaysMax: number }
  /** Whether these offices sign in with a one-time code as well. */
  codes: { ofBureaus: boolean; ofInsurers: boolean }
  /** What a year starts with where there is no year before it. */
  year: { meetingTarget: number | null; trainingMinimum: number }
}

/** What holds until somebody sets something else. */
export const defaultSettings: Settings = {
  footer: { icp: '', publicSecurity: '', host: '', phone: '', email: '' },
  retention: {
    accessLogDays: 1_095,
    notificationDays: 365,
    outboxDays: 90,
    signInDays: 90,
    linkDays: 90,
    resultFileDays: 30,
  },
  mail: { senderName: '', subjectPrefix: '' },
  passwords: { lengthMin: 10, signInDaysMax: 7 },
  codes: { ofBureaus: false, ofInsurers: false },
  year: { meetingTarget: null, trainingMinimum: 1 },
}

type TextPlan = { kind: 'text'; lengthMax: number; inputType?: 'email' }
type NumberPlan = { kind: 'number'; min: number; max: number; isOptional?: boolean }
type SwitchPlan = { kind: 'switch' }

export type FieldPlan = TextPlan | NumberPlan | SwitchPlan

const days = (min: number): NumberPlan => ({ kind: 'number', min, max: 3_650 })

/**
 * The fields of each group with their bounds. The access log is a network log, which the 网络安全法 (article 21) has kept
 * for six months at least. Ten characters are the least for a password, whoever sets it: the office may ask for more.
 */
export const settingFields = {
  footer: {
    icp: { kind: 'text', lengthMax: 60 },
    publicSecurity: { kind: 'text', lengthMax: 60 },
    host: { kind: 'text', lengthMax: 100 },
    phone: { kind: 'text', lengthMax: 40 },
    email: { kind: 'text', lengthMax: 200, inputType: 'email' },
  },
  retention: {
    accessLogDays: days(180),
    notificationDays: days(30),
    outboxDays: days(7),
    signInDays: days(30),
    linkDays: days(7),
    resultFileDays: days(7),
  },
  mail: { senderName: { kind: 'text', lengthMax: 40 }, subjectPrefix: { kind: 'text', lengthMax: 20 } },
  passwords: { lengthMin: { kind: 'number', min: 10, max: 64 }, signInDaysMax: { kind: 'number', min: 1, max: 7 } },
  codes: { ofBureaus: { kind: 'switch' }, ofInsurers: { kind: 'switch' } },
  year: {
    meetingTarget: { kind: 'number', min: 0, max: 366, isOptional: true },
    trainingMinimum: { kind: 'number', min: 1, max: 366 },
  },
} as const satisfies { [Key in SettingKey]: Record<keyof Settings[Key], FieldPlan> }

/** The names of a group's fields, in the order in which they are shown. */
export const fieldsOf = (key: SettingKey): [name: string, plan: FieldPlan][] => Object.entries(settingFields[key])

export const isSettingKey = (text: string): text is SettingKey => settingKeys.some((key) => key === text)

export type SettingScalar = string | number | boolean | null

export const holidayNameLengthMax = 30

/** The years that the page of holidays offers: two back, and one ahead, for activities are planned so far. */
export const holidayYears = (thisYear: number): number[] => [-2, -1, 0, 1].map((step) => thisYear + step)
