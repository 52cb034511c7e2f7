/**
 * How many flights the large airports have, by IATA code: coarse classes of our own, after the lists of the busiest airports
 * that everybody knows; an airport that is not named counts 1.
 */
const classes = {
  12: 'ATL DFW DEN ORD LAX DXB IST LHR HND DEL CDG JFK PEK CAN',
  8: 'LAS MCO CLT MIA PHX SEA SFO EWR IAH AMS FRA MAD BCN SIN ICN BKK HKG PVG SHA CGK SZX CTU KUL BOM GRU MEX YYZ SYD NRT',
  5: 'BOS MSP DTW PHL LGA FLL BWI DCA SLC IAD SAN MUC FCO LGW DUB ZRH CPH OSL ARN VIE LIS ATH PMI MAN SVO SAW AYT DOH JED RUH MNL SGN HAN TPE KIX KMG XIY CKG HGH PKX BLR HYD MAA CCU MEL BNE AKL BOG LIM SCL GIG EZE CUN YVR YUL CAI JNB ADD NBO LOS CMN',
  3: 'TPA BNA AUS PDX STL HNL ANC BRU DUS BER HAM GVA MXP WAW PRG BUD OTP HEL STN EDI LED AUH KWI TLV IKA KHI LHE ISB DAC CMB KTM RGN PNH DPS SUB CTS FUK OKA PUS CJU WUH NKG XMN CSX TAO URC SHE HRB PER ADL CHC PPT PTY GUA SDQ SJU HAV UIO CCS BSB CNF MVD YYC YEG ALG TUN ACC DSS KRT EBB DAR CPT DUR LAD MRU TAS ALA NQZ GYD TBS EVN',
};

const flights = new Map(
  Object.entries(classes).flatMap(([weight, codes]) =>
    codes.split(' ').map((code) => [code, Number(weight)]),
  ),
);

/** The weight of an airport in the choice of where a flight goes. */
export const weightOf = (code) => flights.get(code) ?? 1;
