import { access as accessEn } from './en/access'
import { activations as activationsEn } from './en/activations'
import { account as accountEn } from './en/account'
import { activities as activitiesEn } from './en/activities'
import { alliances as alliancesEn } from './en/alliances'
import { announcements as announcementsEn } from './en/announcements'
import { attendance as attendanceEn } from './en/attendance'
import { audit as auditEn } from './en/audit'
import { audiences as audiencesEn } from './en/audiences'
import { bulk as bulkEn } from './en/bulk'
import { cases as casesEn } from './en/cases'
import { certificates as certificatesEn } from './en/certificates'
import { checkIn as checkInEn } from './en/check-in'
import { common as commonEn } from './en/common'
import { courses as coursesEn } from './en/courses'
import { disputes as disputesEn } from './en/disputes'
import { duplicates as duplicatesEn } from './en/duplicates'
import { experts as expertsEn } from './en/experts'
import { merges as mergesEn } from './en/merges'
import { enterprises as enterprisesEn } from './en/enterprises'
import { feedback as feedbackEn } from './en/feedback'
import { followups as followupsEn } from './en/followups'
import { forms as formsEn } from './en/forms'
import { handovers as handoversEn } from './en/handovers'
import { imports as importsEn } from './en/imports'
import { mails as mailsEn } from './en/mails'
import { memberships as membershipsEn } from './en/memberships'
import { notice as noticeEn } from './en/notice'
import { notifications as notificationsEn } from './en/notifications'
import { organizations as organizationsEn } from './en/organizations'
import { papers as papersEn } from './en/papers'
import { plans as plansEn } from './en/plans'
import { polls as pollsEn } from './en/polls'
import { practices as practicesEn } from './en/practices'
import { problems as problemsEn } from './en/problems'
import { publicPages as publicPagesEn } from './en/public'
import { quizzes as quizzesEn } from './en/quizzes'
import { invitations as invitationsEn } from './en/invitations'
import { robots as robotsEn } from './en/robots'
import { rosters as rostersEn } from './en/rosters'
import { registrations as registrationsEn } from './en/registrations'
import { registry as registryEn } from './en/registry'
import { reports as reportsEn } from './en/reports'
import { search as searchEn } from './en/search'
import { services as servicesEn } from './en/services'
import { settings as settingsEn } from './en/settings'
import { guidances as guidancesEn } from './en/guidances'
import { kinds as kindsEn } from './en/kinds'
import { hosts as hostsEn } from './en/hosts'
import { inspections as inspectionsEn } from './en/inspections'
import { slots as slotsEn } from './en/slots'
import { setup as setupEn } from './en/setup'
import { shell as shellEn } from './en/shell'
import { signIn as signInEn } from './en/sign-in'
import { tasks as tasksEn } from './en/tasks'
import { topics as topicsEn } from './en/topics'
import { users as usersEn } from './en/users'
import { views as viewsEn } from './en/views'
import { years as yearsEn } from './en/years'
import { visibility as visibilityEn } from './en/visibility'
import { access as accessZh } from './zh-CN/access'
import { activations as activationsZh } from './zh-CN/activations'
import { account as accountZh } from './zh-CN/account'
import { activities as activitiesZh } from './zh-CN/activities'
import { alliances as alliancesZh } from './zh-CN/alliances'
import { announcements as announcementsZh } from './zh-CN/announcements'
import { attendance as attendanceZh } from './zh-CN/attendance'
import { audit as auditZh } from './zh-CN/audit'
import { audiences as audiencesZh } from './zh-CN/audiences'
import { bulk as bulkZh } from './zh-CN/bulk'
import { cases as casesZh } from './zh-CN/cases'
import { certificates as certificatesZh } from './zh-CN/certificates'
import { checkIn as checkInZh } from './zh-CN/check-in'
import { common as commonZh } from './zh-CN/common'
import { courses as coursesZh } from './zh-CN/courses'
import { disputes as disputesZh } from './zh-CN/disputes'
import { duplicates as duplicatesZh } from './zh-CN/duplicates'
import { experts as expertsZh } from './zh-CN/experts'
import { merges as mergesZh } from './zh-CN/merges'
import { enterprises as enterprisesZh } from './zh-CN/enterprises'
import { feedback as feedbackZh } from './zh-CN/feedback'
import { followups as followupsZh } from './zh-CN/followups'
import { forms as formsZh } from './zh-CN/forms'
import { handovers as handoversZh } from './zh-CN/handovers'
import { imports as importsZh } from './zh-CN/imports'
import { mails as mailsZh } from './zh-CN/mails'
import { memberships as membershipsZh } from './zh-CN/memberships'
import { notice as noticeZh } from './zh-CN/notice'
import { notifications as notificationsZh } from './zh-CN/notifications'
import { organizations as organizationsZh } from './zh-CN/organizations'
import { papers as papersZh } from './zh-CN/papers'
import { plans as plansZh } from './zh-CN/plans'
import { polls as pollsZh } from './zh-CN/polls'
import { practices as practicesZh } from './zh-CN/practices'
import { problems as problemsZh } from './zh-CN/problems'
import { publicPages as publicPagesZh } from './zh-CN/public'
import { quizzes as quizzesZh } from './zh-CN/quizzes'
import { invitations as invitationsZh } from './zh-CN/invitations'
import { robots as robotsZh } from './zh-CN/robots'
import { rosters as rostersZh } from './zh-CN/rosters'
import { registrations as registrationsZh } from './zh-CN/registrations'
import { registry as registryZh } from './zh-CN/registry'
import { reports as reportsZh } from './zh-CN/reports'
import { search as searchZh } from './zh-CN/search'
import { services as servicesZh } from './zh-CN/services'
import { settings as settingsZh } from './zh-CN/settings'
import { guidances as guidancesZh } from './zh-CN/guidances'
import { kinds as kindsZh } from './zh-CN/kinds'
import { hosts as hostsZh } from './zh-CN/hosts'
import { inspections as inspectionsZh } from './zh-CN/inspections'
import { slots as slotsZh } from './zh-CN/slots'
import { setup as setupZh } from './zh-CN/setup'
import { shell as shellZh } from './zh-CN/shell'
import { signIn as signInZh } from './zh-CN/sign-in'
import { tasks as tasksZh } from './zh-CN/tasks'
import { topics as topicsZh } from './zh-CN/topics'
import { users as usersZh } from './zh-CN/users'
import { views as viewsZh } from './zh-CN/views'
import { years as yearsZh } from './zh-CN/years'
import { visibility as visibilityZh } from './zh-CN/visibility'
import { type Locale } from './locale'

/**
 * All words of one language by noun. Each noun may bring `refusals`: they are gathered under one namespace, because a
 * code that an action answers with is known to the form by its code only.
 */
const zh = {
  access: accessZh,
  account: accountZh,
  activations: activationsZh,
  activities: activitiesZh,
  alliances: alliancesZh,
  announcements: announcementsZh,
  attendance: attendanceZh,
  audit: auditZh,
  bulk: bulkZh,
  cases: casesZh,
  certificates: certificatesZh,
  checkIn: checkInZh,
  common: commonZh,
  courses: coursesZh,
  disputes: disputesZh,
  duplicates: duplicatesZh,
  experts: expertsZh,
  merges: mergesZh,
  enterprises: enterprisesZh,
  feedback: feedbackZh,
  followups: followupsZh,
  forms: formsZh,
  handovers: handoversZh,
  imports: importsZh,
  mails: mailsZh,
  memberships: membershipsZh,
  notice: noticeZh,
  notifications: notificationsZh,
  organizations: organizationsZh,
  papers: papersZh,
  plans: plansZh,
  polls: pollsZh,
  practices: practicesZh,
  problems: problemsZh,
  public: publicPagesZh,
  audiences: audiencesZh,
  setup: setupZh,
  slots: slotsZh,
  hosts: hostsZh,
  kinds: kindsZh,
  guidances: guidancesZh,
  inspections: inspectionsZh,
  quizzes: quizzesZh,
  invitations: invitationsZh,
  robots: robotsZh,
  rosters: rostersZh,
  registrations: registrationsZh,
  registry: registryZh,
  reports: reportsZh,
  search: searchZh,
  services: servicesZh,
  settings: settingsZh,
  shell: shellZh,
  signIn: signInZh,
  tasks: tasksZh,
  topics: topicsZh,
  users: usersZh,
  views: viewsZh,
  years: yearsZh,
  visibility: visibilityZh,
}

const en = {
  access: accessEn,
  account: accountEn,
  activations: activationsEn,
  activities: activitiesEn,
  alliances: alliancesEn,
  announcements: announcementsEn,
  attendance: attendanceEn,
  audit: auditEn,
  bulk: bulkEn,
  cases: casesEn,
  certificates: certificatesEn,
  checkIn: checkInEn,
  common: commonEn,
  courses: coursesEn,
  disputes: disputesEn,
  duplicates: duplicatesEn,
  experts: expertsEn,
  merges: mergesEn,
  enterprises: enterprisesEn,
  feedback: feedbackEn,
  followups: followupsEn,
  forms: formsEn,
  handovers: handoversEn,
  imports: importsEn,
  mails: mailsEn,
  memberships: membershipsEn,
  notice: noticeEn,
  notifications: notificationsEn,
  organizations: organizationsEn,
  papers: papersEn,
  plans: plansEn,
  polls: pollsEn,
  practices: practicesEn,
  problems: problemsEn,
  public: publicPagesEn,
  audiences: audiencesEn,
  setup: setupEn,
  slots: slotsEn,
  hosts: hostsEn,
  kinds: kindsEn,
  guidances: guidancesEn,
  inspections: inspectionsEn,
  quizzes: quizzesEn,
  invitations: invitationsEn,
  robots: robotsEn,
  rosters: rostersEn,
  registrations: registrationsEn,
  registry: registryEn,
  reports: reportsEn,
  search: searchEn,
  services: servicesEn,
  settings: settingsEn,
  shell: shellEn,
  signIn: signInEn,
  tasks: tasksEn,
  topics: topicsEn,
  users: usersEn,
  views: viewsEn,
  years: yearsEn,
  visibility: visibilityEn,
} satisfies typeof zh

type Words = Record<string, string>

type Source = typeof zh

export type Noun = keyof Source

export type Namespace = Noun | 'refusals'

/** Codes come from actions as plain text, so `refusals` and `forms.invalid` are open; every other key is checked. */
export type Messages = { [N in Exclude<Noun, 'forms'>]: Omit<Source[N], 'refusals'> } & {
  forms: Omit<Source['forms'], 'refusals' | 'invalid'> & { invalid: Words }
  refusals: Words
}

function gather(source: Source): Messages {
  const refusals: Words = Object.assign({}, ...Object.values(source).map((noun) => noun.refusals))
  const nouns: Omit<Messages, 'refusals'> = Object.assign(
    {},
    ...Object.entries(source).map(([name, { refusals: _, ...words }]) => ({ [name]: words })),
  )
  return { ...nouns, refusals }
}

const byLocale: Record<Locale, Messages> = { 'zh-CN': gather(zh), en: gather(en) }

export const messagesOf = (locale: Locale): Messages => byLocale[locale]

/** The words of a few nouns, for the browser: what a page does not need is not sent. */
export function pickMessages(messages: Messages, nouns: readonly Namespace[]): Partial<Messages> {
  return Object.fromEntries(nouns.map((noun) => [noun, messages[noun]]))
}
