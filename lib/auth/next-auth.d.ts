declare module 'next-auth' {
  interface Session {
    /** Missing in a cookie of before there were rows. */
    sessionId?: string
    /** Whose it is; missing in a member of staff's of before customers could sign in. */
    kind?: 'staff' | 'customer'
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    sessionId?: string
    kind?: 'staff' | 'customer'
  }
}

export {}
