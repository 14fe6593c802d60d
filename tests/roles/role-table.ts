/** Whoever may ask for something over the network. `key:…` is a program with one scope, `key` one with none. */
export const CALLERS = [
  'public',
  'customer',
  'operator',
  'approver',
  'call_centre',
  'admin',
  'key',
  'key:works:read',
  'key:works:write',
] as const
export type Caller = (typeof CALLERS)[number]

interface Row {
  may: readonly Caller[]
  /** What it is called with after the actor, where it does not come to its policy with nonsense. */
  with?: readonly unknown[]
}

const STAFF = ['operator', 'approver', 'call_centre', 'admin'] as const
const PLANNERS = ['operator', 'approver', 'admin'] as const
const ADMINS = ['admin'] as const
/** On what is theirs: whether it is, the use case looks at. */
const CUSTOMER = ['customer'] as const
/** Plan works: staff without the call centre, and programs that may write. */
const PLAN = [...PLANNERS, 'key:works:write'] as const
/** Read works: all staff, and programs that may read or write. */
const READ = [...STAFF, 'key:works:read', 'key:works:write'] as const
/** The product itself and whoever runs its commands, never a caller from outside. */
const NOBODY = [] as const

/**
 * Who may do what: each use case of lib (by its file), and the callers that are not refused. Whoever adds a use case adds a line here;
 * tests/guards/roles.test.ts says which are missing, tests/integration/roles.test.ts calls each as each caller.
 */
export const ROLE_TABLE: Record<string, readonly Caller[] | Row> = {
  'addresses/import-addresses': ADMINS,
  'addresses/import-boundaries': ADMINS,
  'addresses/list-boundaries': PLAN,
  'addresses/resolve-places': PLAN,
  'addresses/resolve-streets': PLAN,
  'auth/create-api-key': ADMINS,
  'call-centre/add-contact': STAFF,
  'call-centre/confirm-contact': STAFF,
  'call-centre/find-callers': STAFF,
  'call-centre/get-caller-view': STAFF,
  'call-centre/get-works-brief': STAFF,
  'call-centre/replace-contact': STAFF,
  'call-centre/reveal-contacts': ADMINS,
  'call-centre/set-contact-language': STAFF,
  'call-centre/stop-contact': STAFF,
  'call-centre/write-call-note': STAFF,
  'contacts/set-call-centre': ADMINS,
  'contacts/answer-inbound': { may: NOBODY, with: [{ channel: 'sms', from: '+393331234567', text: 'STOP' }, 'nonsense', new Date()] },
  'contacts/confirm/add-chat': NOBODY,
  'contacts/confirm/add-own-contact': CUSTOMER,
  'contacts/confirm/change-own-contact': CUSTOMER,
  'contacts/confirm/confirm-by-code': CUSTOMER,
  'contacts/confirm/remove-own-contact': CUSTOMER,
  'contacts/confirm/send-proof-again': CUSTOMER,
  // Only the code that comes back says whose contact it is.
  'contacts/enrol/confirm-enrolment': CALLERS,
  'contacts/enrol/drop-enrolment': CUSTOMER,
  'contacts/enrol/enrol-address': CUSTOMER,
  'contacts/enrol/renew-enrolment': CUSTOMER,
  'contacts/enrol/resend-enrolment': CALLERS,
  'contacts/enrol/start-enrolment': CALLERS,
  'contacts/import-contacts': ADMINS,
  'coverage/find-campaign-buildings': STAFF,
  'coverage/get-coverage-view': STAFF,
  'coverage/take-coverage-snapshot': PLANNERS,
  'customers/import-accounts': ADMINS,
  'customers/import-service-points': ADMINS,
  'geo/map-view/get-map-item': STAFF,
  'geo/map-view/list-map-view': STAFF,
  'geo/map-view/search-network': STAFF,
  'geo/tiles/get-tile': { may: STAFF, with: ['service-points', { z: 14, x: 0, y: 0 }] },
  'imports/run-import': ADMINS,
  'network/find-all-segments': STAFF,
  'network/find-link-at': STAFF,
  'network/find-network-places': STAFF,
  'network/get-traced-shapes': STAFF,
  'network/import-network': ADMINS,
  'network/trace': STAFF,
  'notices/evidence/find-evidence-page': READ,
  'notices/evidence/get-evidence-report': READ,
  'notices/evidence/get-evidence-summary': READ,
  'notices/evidence/stream-evidence': READ,
  'notices/follow-up/get-follow-up': STAFF,
  'notices/follow-up/mark-reply-read': STAFF,
  'notices/get-deliveries': READ,
  'notices/list-outbox': STAFF,
  'notices/move-clock': PLANNERS,
  'notices/rehearsal/rehearse-works': READ,
  'staff/change-password': STAFF,
  'staff/change-role': ADMINS,
  'staff/confirm-factor': STAFF,
  'staff/deactivate-member': ADMINS,
  'staff/end-member-sessions': ADMINS,
  'staff/end-own-sessions': STAFF,
  'staff/get-own-account': STAFF,
  'staff/get-staff-member': ADMINS,
  'staff/invite-member': ADMINS,
  'staff/list-staff': ADMINS,
  'staff/list-staff-mails': ADMINS,
  'staff/reactivate-member': ADMINS,
  'staff/remove-factor': STAFF,
  'staff/renew-recovery-codes': STAFF,
  'staff/resend-invitation': ADMINS,
  'staff/reset-factor': ADMINS,
  'staff/send-password-reset': ADMINS,
  'staff/set-required-factor-roles': ADMINS,
  'staff/start-factor': STAFF,
  'staff/withdraw-invitation': ADMINS,
  'utility/get-settings': ADMINS,
  'utility/update-approval-units': ADMINS,
  'utility/update-data-age': ADMINS,
  'utility/update-notice-plan': ADMINS,
  'utility/set-up-utility': ADMINS,
  'utility/update-telling-rules': ADMINS,
  'works/approval/count-to-approve': ['approver', 'admin'],
  'works/approval/decide-works': ['approver', 'admin'],
  'works/approval/submit-works': PLAN,
  'works/approval/withdraw-works': PLAN,
  'works/cancel-works': PLAN,
  'works/check/check-works': READ,
  'works/check/find-unreached': READ,
  'works/check/get-reach-map': STAFF,
  'works/check/suggest-window': PLAN,
  'works/count-affected': PLAN,
  'works/create-works': PLAN,
  'works/drafts/attempt-draft-save': PLAN,
  'works/drafts/discard-draft': PLAN,
  'works/drafts/get-draft': PLAN,
  'works/drafts/save-draft': PLAN,
  'works/extend-works': PLAN,
  'works/find-affected-points': READ,
  'works/find-calendar': READ,
  'works/get-works-detail': READ,
  'works/list-works': READ,
  'works/poster/get-poster': READ,
  'works/preview-notice-plan': ADMINS,
  'works/priority/mark-phoned': PLAN,
  'works/publish-works': PLAN,
  'works/reschedule-works': PLAN,
  'works/restore-works': PLAN,
  'works/selection/find-point-places': PLAN,
  'works/selection/is-point-selected': PLAN,
  'works/selection/outline-boundaries': PLAN,
  'works/selection/outline-streets': PLAN,
  // It shows the network, which programs do not see.
  'works/selection/trace-selection': PLANNERS,
  'works/supply-reports/get-supply-reports': STAFF,
  // Nobody is asked who they are.
  'works/supply-reports/report-no-supply': CALLERS,
  'works/work-types/get-planning-settings': ADMINS,
  'works/work-types/list-work-types': READ,
  'works/work-types/remove-work-type': ADMINS,
  'works/work-types/save-work-type': ADMINS,
  'works/write-works-csv': READ,
}
