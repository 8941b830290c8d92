import { EntityManager } from 'typeorm';

/** Notes who is sent to the provider, and forgets those who did not come back. */
export async function insertOpenIdSignIn(
  manager: EntityManager,
  { hash, returnTo, now, expiresAt }: Readonly<Record<'hash' | 'returnTo', string> & Record<'now' | 'expiresAt', Date>>,
): Promise<void> {
  await manager.query(
    `WITH forgotten AS (DELETE FROM open_id_sign_in WHERE expires_at <= $3)
     INSERT INTO open_id_sign_in (hash, return_to, expires_at) VALUES ($1, $2, $4)`,
    [hash, returnTo, now, expiresAt],
  );
}

/** Takes somebody who came back, once; undefined where nobody is waited for. */
export async function takeOpenIdSignIn(
  manager: EntityManager,
  hash: string,
  now: Date,
): Promise<{ readonly returnTo: string } | undefined> {
  const [rows] = await manager.query<[{ returnTo: string }[], number]>(
    `DELETE FROM open_id_sign_in WHERE hash = $1 AND expires_at > $2 RETURNING return_to AS "returnTo"`,
    [hash, now],
  );
  return rows[0];
}
