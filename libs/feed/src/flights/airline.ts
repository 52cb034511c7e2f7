/** Who flies: one invented airline a continent, named so that nobody takes it for a real one. */
export interface Airline {
  /** Begins its flight numbers. */
  readonly code: string;
  /** `#rrggbb`. */
  readonly color: string;
}

const airlines: Readonly<Record<string, Airline>> = {
  AF: { code: 'XAF', color: '#b07be0' },
  AS: { code: 'XAS', color: '#e5586c' },
  EU: { code: 'XEU', color: '#e0a526' },
  NA: { code: 'XNA', color: '#4c8dff' },
  OC: { code: 'XOC', color: '#22b3c4' },
  SA: { code: 'XSA', color: '#3fb27f' },
};

const elsewhere: Airline = { code: 'XAN', color: '#8a93a6' };

/** The airline whose home is a continent. */
export const airlineOf = (continent: string): Airline => airlines[continent] ?? elsewhere;
