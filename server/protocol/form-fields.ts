// What a plain HTML form sends: its fields in their order, a name as often as it stands there.

export type FormFields = readonly (readonly [name: string, value: string])[];
