/* What search knows of English: stems, as of walks and walking; words that tell little; days. */
(() => {
  'use strict';

  const doorstep = window.doorstep = window.doorstep || {};
  const setOf = (words) => new Set(words.split(' '));

  /* Nobody looks for an entry by these, and summaries in the index come without them. */
  const TELLS_NOTHING = setOf('a able about all also always am an and any anymore anything are ' +
    'around as ask asking at away be because been being but by can cant close come could couldnt ' +
    'did do does doing done dont each ever every feel feeling feels few find finding for from get ' +
    'gets getting give go goes going good got had has have havent having he hello her here hers ' +
    'hey hi him his how i if im in into is isnt it its ive just know let like look looking lots ' +
    'love many may maybe me might more most much must my myself near nearby nearest need needed ' +
    'needing needs never no not of off on one only or other our out over please put really she ' +
    'should show so some something still take tell than thank thanks that thats the their them ' +
    'then there theres these they thing things this those to too try trying up us use used using ' +
    'very want wanted wanting wants was we were what whats when where wheres which who whos why ' +
    'will with wont would wouldnt you your youre');

  /* These are in so much of a guide that an entry without them is as good, when more is said. */
  const TELLS_LITTLE = setOf('activities activity advice afford anybody anyone anywhere area aunt ' +
    'bit boyfriend brother class classes club clubs course courses daughter day days event events ' +
    'everybody everyone first girlfriend group groups happening help helping hour hours husband ' +
    'id information join joining kind learn lesson lessons local meet meeting meetings meets ' +
    'member miss neighbour neighbourhood nephew niece number open opening opens page partner pay ' +
    'paying people person place places program programme project round run runs service services ' +
    'session sessions sister site somebody someone somewhere son start starting support time ' +
    'times tired uncle way website week weekly wife year');

  /* Never taken for slips: who types "rape" or "kill" does not mean "rope" or "skill" … */
  const IN_DANGER = setOf('abuse abused abuser abusing abusive addict addicted addiction afraid ' +
    'alcohol alcoholic anorexia assault assaulted attacked beaten beating bleeding bruises ' +
    'bullied bullying cancer coercive controlling crisis danger dead death depressed depression ' +
    'die died drinking drug drugs drunk dying emergency evicted frightened funeral gambling grief ' +
    'groomed harassed harassment harm hits hopeless hospice hurt hurting hurts kill killed ' +
    'killing knife miscarriage murder overdose overdosed panic police rape raped rapist refuge ' +
    'scared slavery stabbed stalked stalker stalking starving strangled suicidal suicide threat ' +
    'threatened trafficked unsafe victim violence violent');

  /* … and who types these has spelt them right, whatever the guide has that looks like them. */
  const SPELT_RIGHT = setOf('archery badminton ballet bingo bowling boxing camping climbing ' +
    'cricket croquet curling cycling darts dentist diving drama fencing fishing golf hockey jazz ' +
    'judo karaoke karate massage netball nightclub opera optician painting passport pilates poker ' +
    'pottery rugby sailing salsa skating skiing skittles slimming snooker squash surfing swimming ' +
    'tango tattoo tennis theatre violin wedding wrestling zumba');

  /* "My mum has dementia" is about dementia; "a group for mums" is about mums. */
  const ONES_OWN = setOf('my our his her');
  const RELATIONS = setOf('child children dad father friend friends gran grandad grandma ' +
    'kid kids mother mum nan parents');

  /* Without what every object has: somebody may well look for “constructor”. */
  const NOT_REGULAR = Object.assign(Object.create(null), {
    children: 'child', men: 'man', women: 'woman', people: 'person', feet: 'foot', teeth: 'tooth',
    boxing: 'boxing', evening: 'evening', morning: 'morning', news: 'news', parking: 'parking',
    training: 'training', wedding: 'wedding', wives: 'wife', lives: 'life', knives: 'knife',
    leaves: 'leaf', shelves: 'shelf', mice: 'mouse',
  });
  const isHopping = (word) => /^[^aeiou]*[^aeiou][aeiouy][^aeiouwxy]$/.test(word) && word.length === 3;

  /* hopp-ing is hop, mak-ing is make, travell-ing is travel; call-ing and pass-ed stay. */
  function withoutEnding(word, ending) {
    const left = word.slice(0, -ending);
    if (left.length < 3 || !/[aeiouy]/.test(left)) return word;
    if (/([^aeiouhklswxyz])\1$|.{5}ll$|zz$/.test(left)) return left.slice(0, -1);
    return isHopping(left) ? `${left}e` : left;
  }

  function withoutPlural(word) {
    if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
    if (/(?:[sxz]|[cs]h)es$/.test(word) && word.length > 4) return withoutDouble(word.slice(0, -2));
    return /[^su]s$/.test(word) && !/is$/.test(word) ? word.slice(0, -1) : word;
  }

  const withoutDouble = (word) => (/zz$/.test(word) ? word.slice(0, -1) : word);

  /* The part that forms of a word share; not always a word itself: dance, danced, dancing: danc. */
  function stem(word) {
    if (word.length < 3 || !/^[a-z0-9]+$/.test(word)) return word;
    const singular = NOT_REGULAR[word] || withoutPlural(word);
    let left = NOT_REGULAR[singular] || singular;
    if (NOT_REGULAR[left]) return left;
    if (/ied$/.test(left) && left.length > 4) left = `${left.slice(0, -3)}y`;
    else if (/ing$/.test(left)) left = withoutEnding(left, 3);
    else if (/[^e]ed$/.test(left)) left = withoutEnding(left, 2);
    if (left.length > 4) left = left.replace(/([^e])e$/, '$1');
    return left.length > 3 ? left.replace(/([^aeiou])y$/, '$1i') : left;
  }

  const NOT_DOERS = setOf('barber butter charter corner counter dinner father finger ' +
    'flower former letter master matter member mother number other partner poster quarter shower ' +
    'silver summer winter');

  /* What somebody does, by the stem of what they are called: walker is walk, cyclist is cycl. */
  function deed(root) {
    if (NOT_DOERS.has(root) || root.length < 5) return '';
    const ending = /ist$/.test(root) ? 3 : 2;
    const left = /(?:er|ist)$/.test(root) ? withoutEnding(root, ending) : root;
    return left === root ? '' : left;
  }

  const WEEK = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
  const LONGEST = 21;
  const DAY = 86400000;

  /* The days that a word means, as bits that count from the day the guide was made. */
  function daysMeant(word, made) {
    const first = new Date(`${made}T00:00:00Z`);
    const now = new Date();
    const gone = Math.round((Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) - first) / DAY);
    const isMeant = {
      today: (day) => day === gone, tonight: (day) => day === gone, tomorrow: (day) => day === gone + 1,
      weekend: (day, weekday) => (weekday === 0 || weekday === 6) && day < gone + 7,
    }[word] || ((day, weekday) => WEEK[weekday] === word.replace(/s$/, ''));
    let bits = 0;
    for (let day = Math.max(0, gone); day < LONGEST; day += 1) {
      if (isMeant(day, (first.getUTCDay() + day) % 7)) bits |= 1 << day;
    }
    return bits;
  }

  const isDay = (word) => /^(?:today|tonight|tomorrow|weekend)$/.test(word) ||
    WEEK.includes(word.replace(/s$/, ''));

  Object.assign(doorstep, {
    stem, deed, isDay, daysMeant,
    isInDanger: (word) => IN_DANGER.has(word),
    isNoSlip: (word) => IN_DANGER.has(word) || SPELT_RIGHT.has(word),
    tellsNothing: (word) => TELLS_NOTHING.has(word),
    tellsLittle: (word) => TELLS_LITTLE.has(word),
    isOnesOwn: (before, word) => ONES_OWN.has(before) && RELATIONS.has(word),
    mayTellLittle: (start) =>
      [...TELLS_NOTHING, ...TELLS_LITTLE].some((word) => word.startsWith(start)),
  });
})();
