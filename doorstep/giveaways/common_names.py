"""First names and surnames that are common here: what tells a person's name from other words."""

from __future__ import annotations

FIRST_NAMES = frozenset(
    """
    aaliyah aaron abdul abdullah abigail adam adrian agnes agnieszka ahmed aidan aisha aishah
    akua alan alana albert alec alejandro alex alexander alexandra alfie alfred ali alice alicia
    alina alison amanda amara amelia amina amir amira amit amy ana andrea andreea andrew angela
    anil anita ann anna anne annie anthony antonio anwar ariana arjun arthur asha ashley asif
    asma ava ayaan ayesha ayse aziz babajide barbara ben benjamin bernadette bernard beth
    bethany betty beverley bilal blessing brenda brian bridget bryan callum carl carla carlos
    carmen carol caroline carolyn catherine charles charlie charlotte chen cheryl chinedu chioma
    chloe christine christopher ciara claire clare colin connor craig cristina daisy daljit
    damian dan daniel daniela darren dave david dean debbie deborah deepa denise dennis derek
    diana diane diego dilip dmitri dolores donald donna doreen dorothy duncan dylan eddie edith
    edward eileen elaine eleanor elena elif elizabeth ella ellen ellie elsie emily emma emmanuel
    enrique eric erin esther ethan eva evelyn evie ewa fadumo faisal farah farhan farida fatema
    fatima fatou fatuma fiona florence frances francesca fred freya gareth gary gavin gemma
    geoff george georgia gerald gillian gloria gordon graham greta gurpreet gwen habib halima
    hamza hannah hao hardeep harold harpreet harriet harry hassan hazel heather helen henry
    hilary hiroshi hodan hussein ian ibrahim imran ines ingrid iqbal irene isabella isla ivan
    jack jackie jacob jacqueline jade jagdeep jake jamal james jamila jan jane janet janice
    jasmin jasmine jason jaspreet javed jayden jean jeanette jennifer jenny jeremy jess jessica
    jim jo joan joanna joanne joe joel john jonathan jose josef joseph josephine josh joshua
    joyce juan juanita judith julia julian julie kai kamal kamila karen karim kate katherine
    kathleen kathryn katie kayla keith kelly ken kenneth kerry kevin khadija khalid kieran kim
    kiran klaus krishna kwame kyle kylie lakshmi lamar latoya laura lauren lawrence leah leila
    lena leon leonard leroy lesley leslie lewis liam lillian linda lindsay lisa liz lorraine
    louise lucia lucy luis luke lydia lynn maeve magdalena mahmoud malik manjit manju manuel
    marc marcia marcus margaret maria mariam marie marina marion marjorie marta martha martin
    martyn mary maryam matthew maureen maya mehmet mei melanie melissa michael michelle miguel
    mike mira miriam mohamed mohammad mohammed molly monica monika morag muhammad muna mustafa
    nadia naomi nasreen natalia natalie natasha neha neil ngozi niamh nicholas nicola nigel
    nikhil nina noah noor nora norah norman noura oksana olena olga olivia olu oluwaseun omar
    oscar owen pablo padraig pamela parveen patricia patrick paul paula pauline pedro penelope
    peter petra philip phoebe phyllis pierre poppy pratima priya rachel rafael rahul raj rajesh
    ravi raymond razia rebecca rekha reza ricardo richard rita robert roberto robin rodrigo
    roger ronald rosa rosemary roy rukhsana ruth ryan saeed safiya saira saleem sally sam
    samantha samira samuel sandra sanjay santiago sara sarah sean sebastian shabana shabnam
    shahid shanice sharon shaun sheila shirley shreya shyam simon siobhan sofia sonia sophia
    sophie stacey stanley stella stephanie stephen steven stuart sunita suresh susan suzanne
    svetlana sylvia tahira tamara tania tanya tariq tatiana terence teresa tessa thandiwe
    theresa thomas tim timothy tina toby tom tony tracey tracy trevor uma usha usman valerie
    vanessa vera veronica vicky victoria vijay vikram vincent wanda wayne wei wendy wilfred
    william winifred winston xiao yasmin yasmine yolanda yuki yusuf yvonne zahra zainab zara zoe
    zofia zoltan
    """.split()  # noqa: SIM905 - a list to be read as one
)
"""First names in small letters, but for those that are words as well, such as May."""

FIRST_NAMES_AND_WORDS = frozenset(
    """
    april art bill christian dawn faith frank grace hope iris ivy jay joy june lily mark may
    olive pat pearl ray rob rose ruby sue summer violet will
    """.split()  # noqa: SIM905 - a list to be read as one
)
"""First names that are words as well."""

SURNAMES = frozenset(
    """
    abbas abdi abdullahi acheampong adams adebayo adeyemi agarwal ahmad ahmed akhtar akter ali
    allen anderson andrews armstrong asante ashraf atkins atkinson bailey baker banerjee barker
    barnes barrett bashir begum bennett bhatt bhatti bianchi boateng bose boyle bradley brennan
    briggs brooks brown bryant burke burns butler byrne cameron campbell carroll carter chan
    chapman chatterjee chaudhary chaudhry chen cheng chopra choudhury chowdhury clark clarke
    cohen cole collins connolly cooper costa cox crawford cunningham davidson davies davis
    dawson desai diaz dixon doherty douglas doyle duffy edwards ellis evans farah fernandes
    fernandez ferrari fisher fitzgerald fleming fletcher flynn ford foster fraser gallagher
    garcia george ghosh gibson gill gomez gonzalez gordon graham grant gray green griffin
    griffiths gupta hall hamilton haque harper harris harrison hart harvey hassan henderson
    hernandez hill holland holmes horvat howard hughes hunt hunter hussain hussein ibrahim iqbal
    islam jackson jain jamal james jenkins johnson johnston jones joshi kamara kapoor kaur kelly
    kennedy khalid khan khatun king knight kowalska kowalski kumar lal lawson lee lewis li lim
    liu lloyd lopez macdonald mahmood malik marshall martin martinez mason matthews mccarthy
    mcdonald mehta mendes mensah miah miller mills mishra mistry mitchell mohamed moore morgan
    morris morrison muller murphy murray nair nguyen nolan novak nowak nwosu obi okafor okeke
    okoro oliveira osman owen owusu palmer parker patel patil pearson pereira perez perkins
    perry phillips popa popescu porter powell price qureshi rahman ramirez ramos rao rashid
    reddy reid reilly reynolds richards richardson rivera roberts robertson robinson rodrigues
    rodriguez rogers rojas rossi russell ryan saleh sanchez santos schmidt scott shah sharma
    shaw sheikh shepherd silva simpson singh smith souza stevens stewart stone suleiman suleman
    sullivan sutton tanaka taylor thomas thompson thomson torres tran turner uddin ullah verma
    wagner walker wallace walsh wang ward warsame watson watts webb weber white wilkinson
    williams williamson wilson wojcik wong wood woods wright yadav yang yilmaz young yusuf zhang
    zhou
    """.split()  # noqa: SIM905 - a list to be read as one
)
"""Surnames in small letters."""

_WORDS_AND_PLACES = frozenset(
    """
    bailey baker barker brooks brown butler carter cole cooper costa cox fisher fletcher ford
    foster grant gray green hall hamilton hart hill holland hunt hunter islam king knight lee li
    lim marshall mason mills moore morris palmer parker perry porter price reid richards rogers
    scott shaw shepherd stewart stone turner walker ward wood woods wright young
    """.split()  # noqa: SIM905 - a list to be read as one
)

SURNAMES_ALONE = SURNAMES - FIRST_NAMES - _WORDS_AND_PLACES - {"rose", "grace"}
"""Surnames that are hardly ever anything else, so that one of them alone names a person."""
