import path from 'node:path'
import pg from 'pg'
import { prepareDatabase } from '../../scripts/database/prepare.mjs'
import { root } from '../../scripts/setup/root.mjs'
import { run } from '../../scripts/setup/run.mjs'

/** @typedef {{ url: string, enterprises: number, attendances: number, activityId: string, practiceId: string, announcementId: string, enterpriseId: string, otherEnterpriseId: string, userId: string, appointmentId: string, insurerId: string, topicId: string, proposalId: string, ownPracticeId: string, ownEnterpriseId: string, draftPracticeId: string, year: number }} City */

/**
 * A database of its own with the city of the seed at a scale: 1 is 2,100 enterprises and 45,000 attendances.
 * @param {import('../../scripts/database/cluster.mjs').Cluster} cluster
 * @param {{ name: string, scale: number }} options
 * @returns {Promise<City>}
 */
export async function makeCity(cluster, { name, scale }) {
  const url = await emptyDatabase(cluster, name)
  const began = performance.now()
  await run(process.execPath, [path.join(root, 'dist/seed.mjs'), '--demo', `--scale=${scale}`], {
    env: { NODE_ENV: 'production', DATABASE_URL: url },
    failure: 'The city of the bench could not be written; the seed said:',
  })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('VACUUM ANALYZE')
    const { rows } = await client.query(facts)
    const city = rows[0]
    const seconds = ((performance.now() - began) / 1_000).toFixed(1)
    console.log(`${city.enterprises} enterprises and ${city.attendances} attendances in ${seconds} s`)
    return { url, ...city }
  } finally {
    await client.end()
  }
}

/** How large the city is, and records of it whose pages are asked for. */
const facts = `
  WITH own AS (
    SELECT m.enterprise_id FROM mandates m JOIN users u ON u.id = m.user_id WHERE u.email = 'member@demo.test' LIMIT 1),
  drafts AS (SELECT p.id FROM practices p JOIN own USING (enterprise_id) WHERE p.current_version_id IS NULL)
  SELECT (SELECT count(*)::int FROM enterprises) AS enterprises, (SELECT count(*)::int FROM attendances) AS attendances,
    (SELECT activity_id FROM attendances GROUP BY 1 ORDER BY count(*) DESC LIMIT 1) AS "activityId",
    (SELECT id FROM practices WHERE public_version_id IS NOT NULL ORDER BY id LIMIT 1) AS "practiceId",
    (SELECT id FROM announcements WHERE publish_at <= now() AND withdrawn_at IS NULL AND audience = 'EVERYONE' ORDER BY id LIMIT 1) AS "announcementId",
    (SELECT enterprise_id FROM attendances GROUP BY 1 ORDER BY count(*) DESC LIMIT 1) AS "enterpriseId",
    (SELECT enterprise_id FROM attendances GROUP BY 1 ORDER BY count(*) LIMIT 1) AS "otherEnterpriseId",
    (SELECT id FROM users WHERE email = 'insurer@demo.test') AS "userId",
    (SELECT p.id FROM insurer_appointments p JOIN users u ON u.id = p.coordinator_id
      WHERE u.email = 'insurer@demo.test' AND p.ends_on IS NULL ORDER BY p.id LIMIT 1) AS "appointmentId",
    (SELECT p.insurer_id FROM appointments p JOIN users u ON u.id = p.user_id WHERE u.email = 'insurer@demo.test') AS "insurerId",
    (SELECT t.id FROM topics t JOIN alliance_years y ON y.id = t.alliance_year_id JOIN alliances a ON a.id = y.alliance_id
      WHERE a.slug = 'coatings' ORDER BY t.id LIMIT 1) AS "topicId",
    (SELECT id FROM correction_proposals ORDER BY id LIMIT 1) AS "proposalId",
    (SELECT p.id FROM practices p JOIN own USING (enterprise_id) WHERE p.current_version_id IS NOT NULL ORDER BY p.id LIMIT 1) AS "ownPracticeId",
    (SELECT enterprise_id FROM own) AS "ownEnterpriseId",
    (SELECT id FROM drafts LIMIT 1) AS "draftPracticeId",
    extract(year FROM now() AT TIME ZONE 'Asia/Shanghai')::int AS year`

/** A migrated database without rows. */
export async function emptyDatabase(cluster, name) {
  const admin = new pg.Client({ connectionString: cluster.urlOf('admin', 'postgres') })
  await admin.connect()
  try {
    await admin.query(`CREATE DATABASE "${name}"`)
  } finally {
    await admin.end()
  }
  const url = cluster.urlOf('admin', name)
  const { queues } = await import(path.join(root, 'dist/queues.mjs'))
  await prepareDatabase({ ownerUrl: url, queues })
  return url
}
