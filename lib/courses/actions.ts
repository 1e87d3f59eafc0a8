'use server'

import { defineAction } from '@/lib/access/action'
import { visibleExperts } from '@/lib/experts/policy'
import * as mutations from './mutations'
import * as policy from './policy'
import { courseSubject, courseTraining, regulationSubject, type CourseTraining } from './queries'
import * as schema from './schema'

const pagesOf = ({ id }: Pick<CourseTraining, 'id'>): string[] => [
  `/portal/activities/${id}`,
  `/portal/activities/${id}/courses`,
]

export const planCourse = defineAction({
  name: 'course.plan',
  input: schema.planCourseInput,
  subject: courseTraining,
  allow: policy.canPlanCourse,
  run: (tx, { actor, input: { activityId: _, ...fields }, subject }) =>
    mutations.planCourse(tx, subject, { ...fields, choosable: visibleExperts(actor) }),
  refresh: ({ subject }) => pagesOf(subject),
})

export const reviseCourse = defineAction({
  name: 'course.revise',
  input: schema.reviseCourseInput,
  subject: courseSubject,
  allow: (actor, { activity }) => policy.canReviseCourse(actor, activity),
  run: (tx, { actor, input: { courseId: _, ...fields }, subject }) =>
    mutations.reviseCourse(tx, subject, { ...fields, choosable: visibleExperts(actor) }),
  refresh: ({ subject }) => pagesOf(subject.activity),
})

export const removeCourse = defineAction({
  name: 'course.remove',
  input: schema.removeCourseInput,
  subject: courseSubject,
  allow: (actor, { activity }) => policy.canRemoveCourse(actor, activity),
  run: (tx, { subject }) => mutations.removeCourse(tx, subject),
  refresh: ({ subject }) => pagesOf(subject.activity),
})

export const explainRegulation = defineAction({
  name: 'course.explain-regulation',
  input: schema.explainRegulationInput,
  subject: courseTraining,
  allow: policy.canExplainRegulation,
  run: (tx, { input: { activityId: _, ...fields }, subject }) => mutations.explainRegulation(tx, subject, fields),
  refresh: ({ subject }) => pagesOf(subject),
})

export const dropRegulation = defineAction({
  name: 'course.drop-regulation',
  input: schema.dropRegulationInput,
  subject: regulationSubject,
  allow: (actor, { activity }) => policy.canDropRegulation(actor, activity),
  run: (tx, { subject }) => mutations.dropRegulation(tx, subject),
  refresh: ({ subject }) => pagesOf(subject.activity),
})
