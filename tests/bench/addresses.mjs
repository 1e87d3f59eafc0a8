/**
 * Who asks for what. The first is the measure of the others: a page of this very application that
 * has the same shell and session and nothing in it (docs/adr says which).
 */
export const emptySignedIn = '/portal/hats'

const bureau = 'municipal@demo.test'
const district = 'jinshan@demo.test'
const member = 'member@demo.test'
const anonymous = null

/** @param {import('./city.mjs').City} city */
export const addresses = (city) => [
  { name: 'empty signed-in page', path: emptySignedIn, as: bureau, part: 'list' },
  { name: 'enterprise list, 50 rows', path: '/portal/enterprises', as: bureau, part: 'list' },
  { name: 'enterprise list, one jurisdiction', path: '/portal/enterprises', as: district, part: 'list' },
  ...rows(bureau, deskOf(city)),
  ...rows(district, { 'report of a jurisdiction': '/portal/reports' }),
  ...rows('station@demo.test', { 'practice page': `/portal/practices/${city.practiceId}` }),
  ...rows(member, {
    'home of an enterprise': '/portal',
    'practices of an enterprise': '/portal/practices/own',
    'own account': '/portal/account',
    'what the portal holds about oneself': '/portal/account/data',
    'one-time codes': '/portal/account/codes',
    'own contacts': '/portal/account/contacts',
    'proposal of a correction': `/portal/enterprises/${city.ownEnterpriseId}/propose`,
    'people of an enterprise': `/portal/enterprises/${city.ownEnterpriseId}/people`,
    'new practice': '/portal/practices/new',
    'draft of a practice': `/portal/practices/${city.draftPracticeId}/edit`,
    'consent to a practice': `/portal/practices/${city.draftPracticeId}/consent`,
    'readers of a practice': `/portal/practices/${city.ownPracticeId}/readers`,
    'withdrawal of a practice': `/portal/practices/${city.ownPracticeId}/withdraw`,
  }),
  ...rows(anonymous, {
    'public practice list': '/practices',
    'public practice page': `/practices/${city.practiceId}`,
    'public announcements': '/announcements',
    'claim of an account': '/claim',
    'letter’s address': '/activate/none',
    'contact’s address': '/contact/none',
    'public notice (no session, no rows)': '/notice',
    'public home': '/',
  }),
]

const deskOf = ({ activityId, practiceId, announcementId, enterpriseId, year, ...city }) => ({
  'home of the bureau': '/portal',
  'activity page': `/portal/activities/${activityId}`,
  'report of the city': '/portal/reports',
  'enterprise page': `/portal/enterprises/${enterpriseId}`,
  'standing of an enterprise': `/portal/enterprises/${enterpriseId}/standing`,
  'registry as of a day': `/portal/enterprises?asOf=${year}-03-01`,
  'bulk action over all': '/portal/enterprises/bulk?scope=filter',
  duplicates: '/portal/enterprises/duplicates',
  'two entries beside each other': `/portal/enterprises/duplicates/${enterpriseId}/${city.otherEnterpriseId}`,
  'preview of a merge': `/portal/enterprises/duplicates/${enterpriseId}/${city.otherEnterpriseId}/merge`,
  'licences that run out': '/portal/enterprises/licences',
  proposals: '/portal/enterprises/proposals',
  proposal: `/portal/enterprises/proposals/${city.proposalId}`,
  activations: '/portal/activations',
  'activation of an enterprise': `/portal/activations/${enterpriseId}`,
  'copy of a year': `/portal/alliances/copy?from=${year}&to=${year + 1}`,
  'desk of the year': `/portal/alliances/years/${year}`,
  'start of a year': `/portal/alliances/years/${year}/start`,
  'leads beside each other': '/portal/alliances/coatings/lead/compare',
  'topics of an alliance': '/portal/alliances/coatings/topics',
  topic: `/portal/alliances/coatings/topics/${city.topicId}`,
  'practice list': '/portal/practices',
  'practices of an alliance': '/portal/alliances/coatings/practices',
  'reviews of practices': '/portal/practices/reviews',
  'who sees a practice': `/portal/visibility/practice/${practiceId}`,
  'who sees an enterprise': `/portal/visibility/enterprise/${enterpriseId}`,
  announcements: '/portal/announcements',
  announcement: `/portal/announcements/${announcementId}`,
  'readers of an announcement': `/portal/announcements/${announcementId}/readers`,
  'new announcement': '/portal/announcements/new',
  covers: '/portal/covers',
  'covers of an appointment': `/portal/covers/${city.appointmentId}`,
  'hand-over of a person': `/portal/users/${city.userId}/hand-over?office=INSURER:${city.insurerId}`,
  tasks: '/portal/tasks',
  settings: '/portal/settings',
  'one setting': '/portal/settings/retention',
  'holiday table': '/portal/settings/holidays',
})

const rows = (as, paths) => Object.entries(paths).map(([name, path]) => ({ name, path, as, part: 'all' }))
