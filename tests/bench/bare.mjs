import { createServer } from 'node:http'
import pg from 'pg'

/**
 * The least that a list of who came can be: node:http, one INSERT of a name, and a way back. No session, no policy, no audit;
 * what a check-in of the portal costs is told beside it. Prints its port.
 */
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 8 })
await pool.query('CREATE TABLE bare_list (id bigserial PRIMARY KEY, person text, at timestamptz DEFAULT now())')

const server = createServer((request, response) => {
  request.resume()
  request.once('end', () => {
    pool.query('INSERT INTO bare_list (person) VALUES ($1)', [request.headers.cookie ?? '']).then(
      () => response.writeHead(303, { location: '/' }).end(),
      () => response.writeHead(500).end(),
    )
  })
})
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
