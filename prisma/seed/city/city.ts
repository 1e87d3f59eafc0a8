import { plusDays, type Day } from '@/lib/core/clock'
import type { Reference } from '../reference'
import { accountsOf } from './accounts'
import { planActivities } from './activities'
import { planAnnouncements } from './announcements'
import { planCalendar } from './calendar'
import { planCases } from './cases'
import { planFirms } from './enterprises'
import { planCourses, planExperts } from './experts'
import { planLicences } from './licences'
import { planMemberships } from './memberships'
import { planOffices } from './offices'
import { planPeople } from './people'
import { planPolls } from './polls'
import { planProblems } from './problems'
import { planQuizzes } from './quizzes'
import { randomOf } from './random'
import { planTopics } from './topics'
import { planTurnout } from './turnout'

/** A seventh of the estimated base of 2,100 sites: some 300 enterprises. */
export const demoScale = 1 / 7

export type CityPlan = { anchor: Day; scale: number; reference: Reference; yearsThere: readonly number[] }

/**
 * The demo city as rows, table by table in the order of their references: three years up to the anchor day and the weeks
 * after it. A pure function of anchor, scale and the ids of the reference data; nothing of it exists.
 */
export function planCity({ anchor, scale, reference, yearsThere }: CityPlan) {
  const anchorYear = Number(anchor.slice(0, 4))
  const firstDay = `${anchorYear - 2}-01-01`
  const random = randomOf(`${anchor}/${scale}`)
  const accounts = accountsOf(random.fork('accounts'), plusDays(firstDay, -30))

  const offices = planOffices({ random: random.fork('offices'), accounts, anchor, firstDay, reference })
  const firms = planFirms(random.fork('firms'), anchor, scale, reference)
  const people = planPeople({ random: random.fork('people'), accounts, anchor, firstDay }, firms)
  const { municipalId } = offices
  const memberships = planMemberships(
    { random: random.fork('memberships'), anchor, firstDay, reference, municipalId },
    firms,
  )
  const hasYear = (year: number) => yearsThere.includes(year)
  const topics = planTopics({ random: random.fork('topics'), anchor, reference, memberships, hasYear })
  const slots = planCalendar(random.fork('calendar'), anchor, scale)
  const activities = planActivities(
    { random: random.fork('activities'), anchor, reference, memberships, offices },
    slots,
  )
  const turnout = planTurnout(
    { random: random.fork('turnout'), anchor, scale, reference, memberships, people },
    activities.planned,
  )

  const announced = planAnnouncements({
    random: random.fork('announcements'),
    anchor,
    reference,
    offices,
    memberships,
    people,
  })

  const experts = planExperts(random.fork('experts'), anchor, municipalId)
  const taught = planCourses(random.fork('courses'), experts, activities.planned)

  const waitingUserId = accounts.made.find(({ email }) => email === 'member@demo.test')?.id
  const asked = planQuizzes(random.fork('quizzes'), activities.planned, turnout.attendances, waitingUserId)
  const asking = { anchor, reference, offices, memberships, people, waitingUserId }

  const accidents = planCases({
    random: random.fork('cases'),
    anchor,
    reference,
    offices,
    memberships,
    people,
    activities: activities.planned,
    waitingUserId,
  })

  const problems = planProblems({
    ...asking,
    random: random.fork('problems'),
    allianceYears: topics.allianceYears,
  })
  const polls = planPolls({ ...asking, planned: activities.planned, random: random.fork('polls') })

  return {
    users: accounts.made,
    insurers: offices.insurers,
    enterprises: firms.map(({ row }) => row),
    licences: planLicences(random.fork('licences'), anchor, firms),
    appointments: [...offices.appointments, ...people.appointments],
    mandates: people.mandates,
    allianceYears: topics.allianceYears,
    memberships: memberships.memberships,
    leadDecisions: memberships.leadDecisions,
    insurerAppointments: offices.insurerAppointments,
    covers: offices.covers,
    topics: topics.topics,
    milestones: topics.milestones,
    experts,
    accidentCases: accidents.accidentCases,
    caseQuestions: accidents.caseQuestions,
    selfChecks: accidents.selfChecks,
    selfCheckReplies: accidents.selfCheckReplies,
    selfCheckAnswers: accidents.selfCheckAnswers,
    problems: problems.problems,
    problemTodos: problems.problemTodos,
    ...polls,
    activities: activities.planned.map(({ row }) => row),
    activityAlliances: activities.activityAlliances,
    agendaItems: activities.agendaItems,
    courses: taught.courses,
    regulationItems: taught.regulationItems,
    explainedCases: accidents.explainedCases,
    quizzes: asked.quizzes,
    quizQuestions: asked.quizQuestions,
    quizAttempts: asked.quizAttempts,
    registrations: turnout.registrations,
    attendances: turnout.attendances,
    announcements: announced.announcements,
    announcementAddressees: announced.announcementAddressees,
    announcementReads: announced.announcementReads,
  }
}

export type City = ReturnType<typeof planCity>
