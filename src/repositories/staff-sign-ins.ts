import type { Knex } from 'knex'
import type { SignIn, StaffAccount } from '../domain/staff/staff.ts'
import { accountFrom, type StaffRow } from './staff.ts'
import { roleFrom, type RoleRow } from './staff-roles.ts'

/** A sign-in that has not ended, and whose it is. */
export interface OpenSignIn {
  readonly account: StaffAccount
  readonly signIn: SignIn
}

interface SignInRow {
  sign_in_number: number
  via: string
  signed_in_at: string
  last_seen_at: string
  second_step_at: string | null
}

/** Notes a sign-in and answers its number. `tokenHash` is SHA-256 in hexadecimal. */
export async function insertSignIn(
  trx: Knex,
  signIn: { tokenHash: string; staffNumber: number; via: SignIn['via']; at: string; secondStepAt?: string },
): Promise<number> {
  const rows = (await trx('staff_sign_ins')
    .insert({
      token_hash: signIn.tokenHash,
      staff_number: signIn.staffNumber,
      via: signIn.via,
      created_at: signIn.at,
      last_seen_at: signIn.at,
      second_step_at: signIn.secondStepAt ?? null,
    })
    .returning('number')) as { number: number }[]
  return rows[0]?.number ?? 0
}

/** The open sign-in of a token and its account with roles, by one query; however long it was idle. Disabled accounts have none. */
export async function openSignIn(db: Knex, tokenHash: string): Promise<OpenSignIn | undefined> {
  const rows = (await db('staff_sign_ins')
    .join('staff', 'staff.number', 'staff_sign_ins.staff_number')
    .leftJoin('staff_roles', 'staff_roles.staff_number', 'staff.number')
    .where({ 'staff_sign_ins.token_hash': tokenHash })
    .whereNull('staff_sign_ins.ended_at')
    .whereNull('staff.disabled_at')
    .orderBy('staff_roles.number')
    .select(
      'staff.*',
      'staff_sign_ins.number as sign_in_number',
      'staff_sign_ins.via',
      'staff_sign_ins.created_at as signed_in_at',
      'staff_sign_ins.last_seen_at',
      'staff_sign_ins.second_step_at',
      'staff_roles.role',
      'staff_roles.office_id',
      'staff_roles.department_id',
    )) as (StaffRow & SignInRow & Omit<RoleRow, 'role'> & { role: string | null })[]
  const [first] = rows
  if (!first) return undefined
  const roles = rows.flatMap(row => (row.role === null ? [] : [roleFrom({ ...row, role: row.role })]))
  return { account: accountFrom(first, roles), signIn: signInFrom(first) }
}

/** The open sign-ins of an account that were seen since an instant, the latest first. */
export async function openSignInsOf(db: Knex, staffNumber: number, seenSince: string): Promise<SignIn[]> {
  const rows = (await db('staff_sign_ins')
    .where({ staff_number: staffNumber })
    .whereNull('ended_at')
    .where('last_seen_at', '>=', seenSince)
    .orderBy('last_seen_at', 'desc')
    .select('number as sign_in_number', 'via', 'created_at as signed_in_at', 'last_seen_at', 'second_step_at')) as SignInRow[]
  return rows.map(signInFrom)
}

/** Notes that somebody is still there. */
export async function touchSignIn(db: Knex, number: number, instant: string): Promise<void> {
  await db('staff_sign_ins').where({ number }).where('last_seen_at', '<', instant).update({ last_seen_at: instant })
}

/** Notes that the second step was done, and gives the sign-in a new token: what was known before it is worth nothing after. */
export async function stepUpSignIn(trx: Knex, number: number, tokenHash: string, instant: string): Promise<void> {
  await trx('staff_sign_ins').where({ number }).update({ token_hash: tokenHash, second_step_at: instant, last_seen_at: instant })
}

/** Ends one sign-in. */
export async function endSignIn(db: Knex, number: number, instant: string): Promise<void> {
  await db('staff_sign_ins').where({ number }).whereNull('ended_at').update({ ended_at: instant })
}

/** Ends every sign-in of an account, but for one, and answers how many. */
export async function endSignInsOf(trx: Knex, staffNumber: number, instant: string, but = 0): Promise<number> {
  return trx('staff_sign_ins')
    .where({ staff_number: staffNumber })
    .whereNot({ number: but })
    .whereNull('ended_at')
    .update({ ended_at: instant })
}

/** Deletes sign-ins that were last seen before an instant and answers how many. */
export async function deleteSignInsBefore(db: Knex, instant: string): Promise<number> {
  return db('staff_sign_ins').where('last_seen_at', '<', instant).delete()
}

function signInFrom(row: SignInRow): SignIn {
  return {
    number: row.sign_in_number,
    via: row.via as SignIn['via'],
    createdAt: row.signed_in_at,
    lastSeenAt: row.last_seen_at,
    ...(row.second_step_at !== null && { secondStepAt: row.second_step_at }),
  }
}
