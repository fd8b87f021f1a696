import type { Knex } from 'knex'
import type { Migration } from './migration.ts'
import * as createTicks from './20261122090000_create_ticks.ts'
import * as createCityVersions from './20261122090100_create_city_versions.ts'
import * as createOffices from './20261122090110_create_offices.ts'
import * as createServices from './20261122090120_create_services.ts'
import * as createCityRecords from './20261122090130_create_city_records.ts'
import * as createBookings from './20261122090200_create_bookings.ts'
import * as createDaySheets from './20261122090300_create_day_sheets.ts'
import * as createLedger from './20261122090400_create_ledger.ts'
import * as createDayExceptions from './20261122090500_create_day_exceptions.ts'
import * as createOutbox from './20261122090600_create_outbox.ts'
import * as createIdempotencyKeys from './20261122090700_create_idempotency_keys.ts'
import * as createStaff from './20261122100000_create_staff.ts'
import * as createStaffRoles from './20261122100100_create_staff_roles.ts'
import * as createStaffSignIns from './20261122100200_create_staff_sign_ins.ts'
import * as createSignInThrottle from './20261122100300_create_sign_in_throttle.ts'
import * as createRecoveryCodes from './20261122100400_create_recovery_codes.ts'
import * as createAuditLog from './20261122100500_create_audit_log.ts'
import * as createTickets from './20261122110000_create_tickets.ts'
import * as createVisitSteps from './20261122110100_create_visit_steps.ts'
import * as createKeptBookings from './20261122110200_create_kept_bookings.ts'
import * as createDevices from './20261122120000_create_devices.ts'
import * as createDeviceCodes from './20261122120100_create_device_codes.ts'
import * as createDoorDays from './20261122120200_create_door_days.ts'
import * as createHeadCounts from './20261122120300_create_head_counts.ts'
import * as createDoorParties from './20261122120400_create_door_parties.ts'
import * as createDoorEvents from './20261122120500_create_door_events.ts'
import * as createHourlyMaxima from './20261122120600_create_hourly_maxima.ts'
import * as createPrintJobs from './20261122130000_create_print_jobs.ts'
import * as createPaperIssues from './20261122140000_create_paper_issues.ts'
import * as createPaperLines from './20261122140100_create_paper_lines.ts'
import * as createWaitingList from './20261122140000_create_waiting_list.ts'
import * as createLateNotes from './20261122140100_create_late_notes.ts'
import * as createOfficeChanges from './20261122140200_create_office_changes.ts'
import * as createJobTurns from './20261122140300_create_job_turns.ts'
import * as orderDeskTicksByKey from './20261122150000_order_desk_ticks_by_key.ts'
import * as printPacks from './20261122160000_print_packs.ts'
import * as takeDayExceptionsBack from './20261122170000_take_day_exceptions_back.ts'
import * as createPackMails from './20261122180000_create_pack_mails.ts'

const inOrder: readonly (readonly [name: string, migration: Migration])[] = [
  ['20261122090000_create_ticks', createTicks],
  ['20261122090100_create_city_versions', createCityVersions],
  ['20261122090110_create_offices', createOffices],
  ['20261122090120_create_services', createServices],
  ['20261122090130_create_city_records', createCityRecords],
  ['20261122090200_create_bookings', createBookings],
  ['20261122090300_create_day_sheets', createDaySheets],
  ['20261122090400_create_ledger', createLedger],
  ['20261122090500_create_day_exceptions', createDayExceptions],
  ['20261122090600_create_outbox', createOutbox],
  ['20261122090700_create_idempotency_keys', createIdempotencyKeys],
  ['20261122100000_create_staff', createStaff],
  ['20261122100100_create_staff_roles', createStaffRoles],
  ['20261122100200_create_staff_sign_ins', createStaffSignIns],
  ['20261122100300_create_sign_in_throttle', createSignInThrottle],
  ['20261122100400_create_recovery_codes', createRecoveryCodes],
  ['20261122100500_create_audit_log', createAuditLog],
  ['20261122110000_create_tickets', createTickets],
  ['20261122110100_create_visit_steps', createVisitSteps],
  ['20261122110200_create_kept_bookings', createKeptBookings],
  ['20261122120000_create_devices', createDevices],
  ['20261122120100_create_device_codes', createDeviceCodes],
  ['20261122120200_create_door_days', createDoorDays],
  ['20261122120300_create_head_counts', createHeadCounts],
  ['20261122120400_create_door_parties', createDoorParties],
  ['20261122120500_create_door_events', createDoorEvents],
  ['20261122120600_create_hourly_maxima', createHourlyMaxima],
  ['20261122130000_create_print_jobs', createPrintJobs],
  ['20261122140000_create_paper_issues', createPaperIssues],
  ['20261122140100_create_paper_lines', createPaperLines],
  ['20261122140000_create_waiting_list', createWaitingList],
  ['20261122140100_create_late_notes', createLateNotes],
  ['20261122140200_create_office_changes', createOfficeChanges],
  ['20261122140300_create_job_turns', createJobTurns],
  ['20261122150000_order_desk_ticks_by_key', orderDeskTicksByKey],
  ['20261122160000_print_packs', printPacks],
  ['20261122170000_take_day_exceptions_back', takeDayExceptionsBack],
  ['20261122180000_create_pack_mails', createPackMails],
]

/** Every migration in order. Names carry no file ending, so that a compiled program accepts the same database. */
export const migrationSource: Knex.MigrationSource<(typeof inOrder)[number]> = {
  getMigrations: () => Promise.resolve([...inOrder]),
  getMigrationName: ([name]) => name,
  getMigration: ([, migration]) => Promise.resolve(migration),
}
