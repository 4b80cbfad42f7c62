"""Given names with the gender they usually tell, of many languages; general knowledge, written for this project.

Lower case, without accents, so that a name is looked up folded. Names common for both (Alex, Jordan, Kim, Robin)
are in neither set but in `EITHER`: they tell a person, not a gender.
"""

from functools import cache

MALE: frozenset[str] = frozenset(
    """
    aaron abdallah abdel abdul abdulaziz abdullah abdulrahman abdurrahman abe abel abraham adam adan adem
    adil aditya adolf adolfo adrian agustin ahmad ahmed ahmet aidan ajay ajit akbar akhmad akim akio akira
    aksel alain alan albert alberto aldo alec alejandro aleksandar aleksander aleksandr aleksei aleksey
    alessandro alexander alexandr alexandre alexei alexey alexis alfonso alfred alfredo ali alister allan
    allen alok alonso alonzo alphonse alvaro alvin amadou amir amit amos anatole anatoly anders andre andreas
    andrei andres andrew andrey andrii andrzej andy angelo angus anil ansel anthony anton antonin antonio
    antony anwar archie arif aristide arjun arkady armand armando armin arne arnold arthur artur arturo arun
    arvind asad asif askar atul augustin augusto austin avi aymeric aziz babacar balint baptiste barack
    barnaby barney barry bart bartholomew bartosz bashar basil bastian beau ben benedict benigno benito
    benjamin bennett benny benoit bernard bernardo bernd bernie bert bertrand bilal bill billy binyamin
    bjarne bjorn blaine blake bo bob bobby bogdan boris boyan brad bradley brandon brandt brendan brent bret
    brett brian bruce bruno bryan bryce bryn byron caleb callum calvin cameron carl carlo carlos carlton
    carsten carter casimir cedric celso cesar chad chaim charles charlie chester chet chidi chinedu chris
    christian christoph christophe christopher chuck clarence clark claude claudio claus clay clayton clement
    cliff clifford clint clive clyde cody colin connor conor conrad constantin corey cornelius cory
    craig cristian cristiano cristobal curt curtis cyril cyrus dale damian damien damon dan daniel daniele
    danny dante daoud darius darrell darren darryl daryl dave david davide davis dawud dean declan demetrius
    dennis denzel derek dermot derrick desmond devin dhruv didier diego dieter dietmar dietrich dilip dimitar
    dimitri dimitrios dimitris dinesh dirk dmitri dmitry dmytro dominic dominik dominique don donald donato
    donnie doug douglas doyle duane dudley duncan dusan dustin dwayne dwight dylan eamon earl ed eddie edgar
    edmond edmund eduard eduardo edward edwin eero efrain efrem egon ehud einar eirik elias elijah eliot
    elliot elliott elmer elon elvis emanuel emerson emil emile emilio emir emmanuel emmett emre enda enoch
    enrico enrique enzo eoin erdem eric erich erik erkki ernest ernesto ernie ernst errol ervin erwin esteban
    ethan etienne eugene eugenio evan everett evo eyal ezekiel ezra fabian fabien fabio fabrice fahad faisal
    farid farouk farrukh federico felipe felix ferdi ferdinand fergus fernand fernando fidel filip finn
    fletcher florian floyd francesco francis francisco franco francois frank franklin franz fred freddie
    freddy frederic frederick frederik fredrik friedrich fritz fumio gabriel gael gamal gareth garrett garry
    gary gaston gaurav gavin gene geoff geoffrey georg george georges georgi georgios gerald gerard gerardo
    gerhard german gerry gianluca gianni giannis gideon gil gilbert gilberto giles gilles gino giorgio
    giorgos giovanni girish giuliano giulio giuseppe glen glenn godfrey goran gordon graeme graham grant greg
    gregg gregor gregorio gregory grigory guido guillaume guillermo gunnar gunter gunther gus gustaf gustav
    gustavo guy habib hadi hakan hakeem hakim hal hamid hamish hamza hank hannes hans harald hari harish
    harold haroon harrison harry haruki harvey hasan hashim hassan hector heiko heinrich heinz helmut hendrik
    henning henri henrik henrique henry herb herbert herman hermann hernan hideki hideo hiroshi horace horst
    hosni howard hubert hugh hugo humphrey hussain hussein hyun iain ian ibrahim idris ignacio igor ike ilan
    ilham ilkka ilya imran ingo ioannis ira irfan irving irwin isaac isaiah isaias ishaan ismail israel
    istvan ivan ivar ivo jaap jacinto jack jackson jacob jacques jaime jair jakob jakub jamal james janez
    janos jared jari jarle jarmo jaroslav jaroslaw jarrod jason jasper javad javier jay jean-claude jean-luc
    jean-marc jean-marie jean-paul jean-pierre jeb jed jeff jefferson jeffery jeffrey jeffry jeh jens
    jeremiah jeremy jermaine jerome jerry jesper jesus jethro jim jimmy jiri jitendra joachim joao joaquin
    jock joe joel joerg johan johann johannes john johnnie johnny joko jon jonah jonas jonathan joost jordi
    jorg jorge jorgen jose josef joseph josh joshua josiah josip jovan juan juergen juha juhani jukka julian
    julien julio julius junior jurgen juri juscelino justin kabir kadir kalle kamal kareem karel karim karl
    karol kaspar kazimierz kazuo keir keith kemal ken kenji kenneth kent kenta kerim kevin khaled khalid
    khalil kieran kirill kirk kishore kjell klaas klaus klemens knut kofi konrad konstantin kostas kriss
    krzysztof kumar kunal kurt kwame kweku kyle kyriakos lachlan lamar lambert lance larry lars laszlo
    laurent lawrence lazaro lech leif len lennart lenny leo leon leonard leonardo leonid leopold leopoldo
    leroy les lester leszek lev levi lew lewis liam lincoln linus lionel lloyd lorenz lorenzo lothar louis
    luc luca lucas lucian luciano lucien lucio ludovic ludwig luigi luis luiz luka lukas luke luther lyndon
    maciej magnus mahathir mahdi mahesh mahmoud mahmud malcolm malik mamadou manfred manish manmohan manny
    manoj manolo manuel marc marcel marcello marcelo marcin marco marcos marcus marek mariano marijn mario
    marius mark markku marko markus marlon marshall martijn martin marty marvin marwan masood masoud massimo
    mateo mateus mateusz mathew mathias mathieu matias mats matt matteo matthew matthias matthieu maurice
    mauricio maurizio max maxim maxime maximilian maxwell mehdi mehmet mel melvin mert meyer micah michael
    michal michel michele mick mickey miguel mihai mihail mikael mike mikel mikhail mikko miklos milan miles
    milo milos milton mircea miro miroslav mitch mitchell mitt moe moeen mohamad mohamed mohammad mohammadu
    mohammed mohan mohsen moises mordecai mordechai moritz morris mort morten moses moshe mostafa muammar
    muhammad muhammadu mukesh murad murat murray musa mustafa mykhailo mykola nabil naftali nahendra namir
    narendra naser nasser nate nathan nathaniel naveen nawaz ned neil nelson nestor neville newt nicholas
    nick nicola nicolae nicolas niels nigel nikhil niklas niko nikola nikolai nikolaos nikolas nikolay nikos
    nils nizar noah noam noel nolan norbert norm norman nouri nuno obadiah octavio oded olaf olav ole oleg
    oleh oleksandr oleksii oliver olivier olof olusegun omar omer onur oriol orlando orrin osama oscar oskar
    osman oswald otis otmar otto owen ozan pablo padraig paolo pascal pasquale patrice patricio patrick
    patrik paul paulo pavel pavlo pawel peder pedro pekka per percy perry pervez pete peter petr petri petro
    petros petter petteri phil philip philipp philippe phillip pierre pierre-yves piers piet pieter pietro
    piotr plamen pradeep prakash pranab pranav preston quincy radek radoslaw rafael rafal raffaele rafik
    rafiq raheem rahm rahul rainer raj rajan rajeev rajesh rajiv rajnath ralf ralph ram ramesh rami ramin
    ramiro ramon ramzan randall randolph randy raphael rashid raul ravi raymond recep reed reggie reginald
    reince reinhard reinhold rene reuben reuven rex ricardo riccardo rich richard rick ricky rigoberto rishi
    roald rob robbie robby robert roberto rocco rod roderick rodger rodney rodolfo rodrigo rodrigue roel
    rogelio roger rogerio rohan rohit roland rolando rolf romain roman romano romeo ron ronald ronaldo ronan
    ronnie rory ross roy ruben rudi rudolf rudolph rudy rufus rui rupert russ russell rustam ryan ryszard
    saad sadiq saeed sajid salah salim salman salvador salvatore sami samir samuel sandeep sandor sandro
    sanjay sanjeev santiago satoshi saul sayed scott sean sebastian sebastien selcuk selim semyon serge
    sergei sergey sergi sergio serhii seth seymour shahid shane shaun shawn sheldon sherman sherrod shigeru
    shimon shinzo shlomo shmuel sid sidney siegfried sigmund sigurd silas silvio simeon simon slobodan sol
    solomon soren spencer srdjan stan stanislav stanislaw stanley stavros stefan stefano stein stelios sten
    stephan stephane stephen sterling steve steven stewart stig stuart sultan sunil suresh svein sven sylvain
    sylvester tadeusz tahir takashi takeshi tamas tarek tareq tariq taro tayyip ted teddy teodor terence
    terrence teruo thabo thaddeus theo theodor theodore thierry thilo thomas thor thorsten tiago tibor tim
    timo timothy tito titus tobias toby todd toivo tom tomas tomasz tommaso tommy tony tor toralf torsten
    toshio travis trent trevor tristan troy tucker tunde ty tyrone tyson ugo ulf ulrich ulysses umar umberto
    urban uri usain usman uwe vaclav vadim valdis valentin valentino valerio valery vance vasil vasily vasyl
    vaughn venkat vernon vicente victor viggo vijay vikram viktor ville vince vincent vincenzo vinod virgil
    vishal vitali vitaliy vitaly vito vittorio vivek vlad vladimir vladislav vojtech volodymyr vuk vyacheslav
    wade waleed walid wallace walter ward warren wayne webster wendell werner wes wesley wilbur wilfred
    wilfried wilhelm willem william willie willis wim winston wladyslaw wojciech wolf wolfgang woodrow wouter
    wyatt xabier xavi xavier yahya yair yanis yannick yannis yasser yassin yitzhak yohan yosef yoshihide
    yoshihiko yousef youssef yuri yurii yusuf yves zachary zack zaki zalmay zane zbigniew zdenek zeljko zenon
    zoltan zoran zygmunt
    """.split()
)

FEMALE: frozenset[str] = frozenset(
    """
    abby abigail ada adelaide adele adeline aditi adriana adrianna adrienne agatha agnes agnieszka aida
    aileen aimee ainhoa aisha aishwarya aissatou aksana alba alejandra aleksandra alena alessandra alessia
    alexa alexandra alia alice alicia alina aline alisa alison alissa allison alma althea alva alyssa amal
    amalia amanda amara amber amelia amelie amelize amina aminata amira amrita amy ana anabel anais anastasia
    anca aneta angela angelica angelika angelina angelique angie anika anita anja anke ann anna annabel
    annabelle annalena anne anne-marie anneke annette annie anouk antje antoinette antonella antonia anya
    aoife april arancha ariana ariane arianna arlene asa ashanti ashleigh asma asta astrid athena audrey
    augusta aurelia aurelie aurora ava aya ayaan ayanna ayesha aylin ayse azadeh barbara barbro beata
    beatrice beatrix beatriz becky belinda bella benedetta benita bente berit bernadette bernice bertha beryl
    bess bessie beth bethany betsy bettina betty beverly bianca birgit birgitta birgitte blanca blanche
    blythe bonnie bozena brandi breanna brenda brianna bridget brigid brigitte britney britt brittany bronagh
    bronwen bronwyn brooke caitlin camila camilla camille candace candice cara carina carla carlotta carly
    carmel carmela carmen carol carole carolina caroline carolyn carrie caryn cassandra cassidy cat catalina
    catarina caterina catherine cathleen cathrine cathy catriona cecile cecilia cecily celeste celia celine
    chandra chantal charity charlene charlotte chelsea cherie cheryl chiara chloe christa christel christiana
    christiane christie christina christine chrystia cindy claire clara clare clarissa claudette claudia
    clementine cleo colette colleen concepcion connie constance consuelo cora coral coralie cordelia corinna
    corinne cornelia cristina crystal cynthia dagmar dagny dahlia daisy dalia danielle danuta daphne daria
    darlene dawn dayna deanna debbie deborah debra deirdre delia delphine denise desiree diana diane dianna
    dianne dilma dina dolores dominika donatella donna dora doreen doris dorota dorothea dorothee dorothy
    dorte edie edith edna edwina effie eileen eirini ekaterina elaine eleanor elena eleni eleonora elfriede
    eliana elin elina elinor elisa elisabeth elise elissa eliza elizabeth elke ella ellen ellie elodie eloise
    elsa elsie elspeth elvira emanuela emilia emilie emily emina emine emma emmanuelle enid erica erika erin
    erna ernestine esmeralda esperanza estefania estelle esther etta eugenia eugenie eulalia eunice eva
    evangelina eve evelyn ewa fabienne fadumo faith fanny farah farida fatima fatma fatou faustina fay faye
    federica felicia felicity fernanda fiona flavia fleur flora florence frances francesca francine francoise
    franziska freda frederica frederique freya frida gabby gabriela gabriella gabrielle gail galina gayle
    gemma genevieve georgia georgiana georgina geraldine germaine gertrude ghislaine giada gillian gina
    ginger ginny giorgia gisela giulia gladys glenda glenys gloria golda goldie grace gracia grainne greta
    gretchen gretel griselda gro guadalupe gudrun guinevere gunilla gwen gwendolyn gwyneth halima halina hana
    hanan hanna hannah hanne harriet hattie hayley hazel heather heba hedda hedwig heidi heike helen helena
    helene helga hella henrietta henriette hermione hilary hilda hildegard hillary holly honor hope huda huma
    ida ifeoma ilaria ilhan ilona ilse imelda imogen ina ines inga inge ingeborg inger ingrid inna ioana iona
    ione irena irene irina iris irma isabel isabela isabella isabelle isla isobel ivana ivanka iveta ivonne
    iwona jacinda jacinta jackie jaclyn jacqueline jacquelyn jada jadwiga jana jane janet janette janice
    janine jasmin jasmine jaya jeanette jeanine jeanne jeannette jelena jemima jen jenna jennie jennifer
    jenny jeri jessica jessie jette jill jillian jo-ann jo-anne joan joana joanie joann joanna joanne jocasta
    jocelyn johanna jolanta jolene josefa josefina josephine josie joy joyce juana juanita judith judy julia
    juliana julianne julie juliet juliette june justine justyna kaisa kaitlin kaja kamala kamila kara karen
    karin karina karla karolina kasia katalin katarina katarzyna kate katerina katharina katharine katherine
    kathleen kathrin kathryn kathy katia katie katja katrin katrina katrine katya kay kayla kaylee keiko
    keisha kellyanne kelsey kendra kerstin khadija kiersten kimberley kimberly kinga kira kirsten kirsti
    kirstjen kirsty kitty klara klaudia kristen kristin kristina kristine krystyna ksenia kylie lacey
    laetitia laila lakshmi lana lara larissa latoya laura laureen lauren lavinia layla lea leah leanne leena
    leila leilani lena lenka leona leonie leonor leonora letitia letizia lia liane lidia liesbeth liesel lila
    lili lilian liliana lilith lillian lily lina linda lindsey linnea lionelle lisa lisbeth lise liv livia
    liz liza lizzie lois lola lolita lone lora lorena loretta lori lorna lorraine lotta lotte lottie louisa
    louise lourdes luana lucia luciana lucie lucille lucinda lucrezia lucy ludmila luisa luise lupita luz
    lydia lyn lynda lynette lynn lynne lyudmila mabel macarena maddie madeleine madeline madison mae maeve
    magda magdalena maggie maia maja malala malgorzata malia malin mandy manuela mara marcela marcella marcia
    margaret margareta margarita margaux marge margery margie margit margo margot margrethe marguerite mari
    maria mariah mariam mariana marianne maribel marie marie-claire marielle marietta marija marilyn marina
    marine marisa marisol marissa marit marita marjorie marla marlene marnie marsha marta martha martina
    martine mary maryam marysia matilda matilde maud maude maura maureen mavis maxine maya mazie medea meg
    megan meghan megyn mei melania melanie melinda melissa melody mercedes mercy meredith meryl mette mia
    michaela michelle mikaela mila mildred milena milica millicent millie mimi mina mindy minerva miranda
    mireille miriam moira molly mona monica monika monique morag muriel myra myriam myrtle nabila nadezhda
    nadia nadine nadja nan nancy nandini naomi natacha natalia natalie natasha nathalie nathaly nawal neha
    nell nellie nesrine ngozi nia niamh nicole nicoletta nicolette nidia nienke nikki nina ninette noelle
    noemi noor nora noreen norma nuala nuria octavia odette odile ofelia oksana olena olga olive olivia
    olympia ona oona oonagh ophelia oprah orla ottilie paloma pam pamela paola patience patricia patrizia
    patsy patty paula paulette paulina pauline pearl peggy penelope penny perla pernille petra philippa
    phillipa philomena phoebe phumzile phyllis pia pilar piper pippa polly pooja portia preeti priscilla
    priti priya priyanka prudence queenie rachael rachel rachida radhika rafaela raisa ramona rana rania
    raquel rasha raya rebecca rebekah reem regina regine reina renata renate renee reshma rhea rhiannon rhoda
    rhona rhonda ricarda rina rita roberta roisin romina romy rona rosa rosalia rosalie rosalind rosalyn
    rosamund rosanna rosanne rosario rose roseanne rosemarie rosemary roshni rosie roswitha roxana roxane
    roxanne ruby rukhsana ruth sabina sabine sabrina sadia sadie saffron sahar saima sally salma salome
    samantha samia samira sanam sandra sandrine sangita sanna sara sarah saskia savannah scarlett selena
    selina selma serena shabana shakira shania shanna sharon sharyn shauna sheena sheila shelagh shelby
    shelley sherri sherry sheryl shirin shirley shonda shreya sian sibyl siedah sienna signe sigourney sigrid
    silke silvana silvia simona simone sinead siobhan sissel siv skye sofia sofie solange soledad sonia sonja
    sonya sophia sophie soraya stacey stacy stefania stefanie steffi stella stephanie sue suellen sumaya
    sunita sunniva susan susana susanna susannah susanne susie suzanne suzette suzy svetlana swati sybil
    sylvia sylvie tabitha tamar tamara tamika tammy tamsin tania tanja tanya tara tatiana tatjana tatyana
    teresa teri terri tess tessa thandi thea thelma theresa therese tiffany tilda tilly tina tora tove tracey
    trina trine trish trisha trudy tulsi uma una ursula ute vaishali valentina valeria valerie vanessa vanya
    veerle vera verena verna veronica veronika veronique vibeke vicki vickie vicky victoire victoria vidya
    vilma viola violet violeta virginia virginie vita vivien vivienne wanda wangari wendy whitney wilhelmina
    wilma winifred winnie winona xenia xiomara yael yaffa yasmeen yasmin yasmine yelena yesenia yetunde
    yevgenia ylva yoko yolanda yolande ysabel yulia yuliia yuliya yumi yvette yvonne zadie zahra zainab zara
    zeinab zelda zeynep zhanna zita zoe zofia zohra zsofia zsuzsanna zuzana
    """.split()
)

EITHER: frozenset[str] = frozenset(
    """
    nguyen tran pham park choi jung wang zhang chen liu yang huang zhao zhou xi jiang deng zhu guo lin luo qin yoon kang
    addison adi akua alex amari andi andrea angel ariel ash ashley aubrey avery bailey beverley blair bobbie
    brook casey cassie chandler charley chi claudie courtney dakota dana darcy devon dorian drew ellis emery
    finley frankie gale hadley hayden jade jae jamie jan jean jess jesse ji jo jody jordan jules kai kelley
    kelly kennedy kerry kim kiran kit kris lane laurie lee leigh leighton lesley leslie lin lindsay logan lou
    mackenzie maddox marion marley merle mika min minh morgan nat nicky noa ollie paige parker pat payton
    peyton phoenix quinn randi ray reese remy riley robin rowan sage sam sandy sascha sasha shannon shea
    shelly skyler stevie storm sydney tal taylor terry toni tracy tyler val vivian wei xin yu yuki yun zhen
    """.split()
)

GIVEN_NAMES = MALE | FEMALE | EITHER
# Short forms that are not the beginning of what they stand for.
_SHORT_FORMS = """
jim james | jimmy james | bill william | billy william | will william | mike michael | mick michael | bob robert
bobby robert | rob robert | dick richard | rick richard | ricky richard | liz elizabeth | beth elizabeth
betsy elizabeth | kate katherine | kate kathleen | kate catherine | kathy katherine | kathy kathleen
cathy catherine | tony anthony | ted edward | ted theodore | ned edward | jerry gerald | jerry jerome
larry lawrence | larry laurence | hank henry | harry harold | harry henry | jack john | johnny john | maggie margaret
meg margaret | peggy margaret | drew andrew | andy andrew | sasha alexander | sandy alexander | alex alejandro
chuck charles | charlie charles | dave david | steve stephen | steve steven | tom thomas | tommy thomas
becky rebecca | debbie deborah | sue suzanne | sally sarah | polly mary | molly mary | gene eugene | tina christina
tina martina | lena helena | vlad volodymyr | fritz friedrich | hans johannes | pepe jose | paco francisco
dmitry dmitri | misha mikhail | kolya nikolai | gus augustus | bernie bernard | lou louis | ozzie oswald
"""


def agree(one: str, other: str) -> bool:
    """Whether two folded given names can be one person's: equal, an initial, a beginning of three letters or more
    ("Tim" and "Timothy"), or a short form ("Jim" and "James")."""
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    if not short or short == long or (len(short) == 1 and long[0] == short):
        return True
    if len(short) > 2 and (long.startswith((short, short.rstrip("ye")))) and len(short) < len(long):
        return len(short.rstrip("ye")) > 2
    return (one, other) in _short_forms() or (other, one) in _short_forms()


@cache
def _short_forms() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(pair.split()) for line in _SHORT_FORMS.strip().split("\n") for pair in line.split("|"))
