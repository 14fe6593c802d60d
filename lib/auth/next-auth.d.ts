import type { StaffRole } from '@/lib/db/generated/enums'

declare module 'next-auth' {
  interface User {
    role: StaffRole
  }
  interface Session {
    user: { id: number; role: StaffRole }
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    role: StaffRole
  }
}
