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
  }),
  ...rows(anonymous, {
    'public practice list': '/practices',
    'public practice page': `/practices/${city.practiceId}`,
    'public announcements': '/announcements',
    'claim of an account': '/claim',
    'public notice (no session, no rows)': '/notice',
    'public home': '/',
  }),
]

const deskOf = ({ activityId, practiceId, announcementId, enterpriseId, year }) => ({
  'home of the bureau': '/portal',
  'activity page': `/portal/activities/${activityId}`,
  'report of the city': '/portal/reports',
  'enterprise page': `/portal/enterprises/${enterpriseId}`,
  'standing of an enterprise': `/portal/enterprises/${enterpriseId}/standing`,
  'registry as of a day': `/portal/enterprises?asOf=${year}-03-01`,
  'bulk action over all': '/portal/enterprises/bulk?scope=filter',
  duplicates: '/portal/enterprises/duplicates',
  'licences that run out': '/portal/enterprises/licences',
  proposals: '/portal/enterprises/proposals',
  activations: '/portal/activations',
  'copy of a year': `/portal/alliances/copy?from=${year}&to=${year + 1}`,
  'desk of the year': `/portal/alliances/years/${year}`,
  'practice list': '/portal/practices',
  'who sees a practice': `/portal/visibility/practice/${practiceId}`,
  'who sees an enterprise': `/portal/visibility/enterprise/${enterpriseId}`,
  announcements: '/portal/announcements',
  announcement: `/portal/announcements/${announcementId}`,
  'readers of an announcement': `/portal/announcements/${announcementId}/readers`,
  covers: '/portal/covers',
  tasks: '/portal/tasks',
  settings: '/portal/settings',
  'holiday table': '/portal/settings/holidays',
})

const rows = (as, paths) => Object.entries(paths).map(([name, path]) => ({ name, path, as, part: 'all' }))
