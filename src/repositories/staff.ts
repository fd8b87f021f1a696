import type { Knex } from 'knex'
import type { HeldRole } from '../domain/staff/roles.ts'
import type { StaffAccount } from '../domain/staff/staff.ts'
import { rolesOf } from './staff-roles.ts'

/** A new account. */
export interface NewStaff {
  readonly name: string
  readonly initials: string
  readonly passwordHash: string
  readonly mustChangePassword: boolean
  readonly createdAt: string
}

/** An account and what proves that somebody is its owner. Never goes further than the use cases of signing in. */
export interface StaffProof extends StaffAccount {
  readonly passwordHash: string
  /** Sealed. */
  readonly totpSecret?: string
  readonly totpLastStep?: number
  /** Issuer, blank, subject of the provider's account that this one is tied to. */
  readonly oidcSubject?: string
}

/** A row of `staff`. */
export interface StaffRow {
  number: number
  sign_in_name: string
  initials: string
  password_hash: string
  must_change_password: boolean | number
  totp_secret: string | null
  totp_last_step: number | null
  oidc_subject: string | null
  disabled_at: string | null
  created_at: string
}

/** Adds an account and answers its number. Fails (see `isNameTaken`) if the name is taken. */
export async function insertStaff(trx: Knex, staff: NewStaff): Promise<number> {
  const rows = (await trx('staff')
    .insert({
      sign_in_name: staff.name,
      initials: staff.initials,
      password_hash: staff.passwordHash,
      must_change_password: staff.mustChangePassword,
      created_at: staff.createdAt,
    })
    .returning('number')) as { number: number }[]
  return rows[0]?.number ?? 0
}

/** Whether an error says that an account of this name exists. */
export function isNameTaken(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return (code === '23505' || code.startsWith('SQLITE_CONSTRAINT')) && /staff\.sign_in_name|staff_sign_in_name/.test(message)
}

/** Whether anybody has an account yet. */
export async function hasStaff(db: Knex): Promise<boolean> {
  return (await db('staff').first('number')) !== undefined
}

/** The account of this name, disabled ones too. */
export function staffByName(db: Knex, name: string): Promise<StaffProof | undefined> {
  return oneStaff(db, { sign_in_name: name })
}

/** The account of this number, disabled ones too. */
export function staffByNumber(db: Knex, number: number): Promise<StaffProof | undefined> {
  return oneStaff(db, { number })
}

/** The account tied to a subject of another provider (issuer, blank, subject). */
export function staffBySubject(db: Knex, subject: string): Promise<StaffProof | undefined> {
  return oneStaff(db, { oidc_subject: subject })
}

/** Every account, by name. */
export async function allStaff(db: Knex): Promise<StaffAccount[]> {
  const rows = (await db('staff').orderBy('sign_in_name')) as StaffRow[]
  const held = await rolesOf(db)
  return rows.map(row => accountFrom(row, held.get(row.number) ?? []))
}

/** Changes what is named and leaves the rest. */
export async function updateStaff(
  trx: Knex,
  number: number,
  changes: Partial<Omit<StaffRow, 'number' | 'sign_in_name' | 'created_at'>>,
): Promise<void> {
  await trx('staff').where({ number }).update(changes)
}

/** Notes the time step of an accepted code; answers whether it was later than every one before, so that no code serves twice. */
export async function claimTotpStep(trx: Knex, number: number, step: number): Promise<boolean> {
  const claimed = await trx('staff')
    .where({ number })
    .where(open => void open.whereNull('totp_last_step').orWhere('totp_last_step', '<', step))
    .update({ totp_last_step: step })
  return claimed === 1
}

/** An account as everybody behind the repositories knows it. */
export function accountFrom(row: StaffRow, roles: readonly HeldRole[]): StaffAccount {
  return {
    number: row.number,
    name: row.sign_in_name,
    initials: row.initials,
    roles,
    mustChangePassword: Boolean(row.must_change_password),
    hasSecondStep: row.totp_secret !== null,
    ...(row.disabled_at !== null && { disabledAt: row.disabled_at }),
  }
}

async function oneStaff(db: Knex, where: Record<string, string | number>): Promise<StaffProof | undefined> {
  const row = (await db('staff').where(where).first()) as StaffRow | undefined
  if (!row) return undefined
  const held = await rolesOf(db, row.number)
  return {
    ...accountFrom(row, held.get(row.number) ?? []),
    passwordHash: row.password_hash,
    ...(row.totp_secret !== null && { totpSecret: row.totp_secret }),
    ...(row.totp_last_step !== null && { totpLastStep: row.totp_last_step }),
    ...(row.oidc_subject !== null && { oidcSubject: row.oidc_subject }),
  }
}
