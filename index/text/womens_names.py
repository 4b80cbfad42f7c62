"""Given names that women usually bear, of many languages; general knowledge, written for this project.

Lower case, without accents, so that a name is looked up folded.
"""

from index.text.words import words

FEMALE = words(
    """
    aada aafke aaliyah aaltje aanya aarti abby abeba abeer abena abha abida abigail achieng ada adaeze adanna adaobi
    adaora adebimpe adeela adela adelaida adelaide adele adelheid adeline adenike adesua aditi adjoa adriana
    adrianna adrienne adwoa aet afia afke afreen afroditi afsana afsaneh afua agafya agata agatha agathe agbani
    aggeliki agne agnes agnese agneta agnete agnieszka agueda ahuva aida aiga aigerim aigul aija aikaterini aiko
    aila aileen aili ailsa aimee ainagul ainhoa aino aino-kaisa ainur airi aisha aishah aishwarya aisling aissatou
    aizhan akane akanksha akemi akiko akinyi akmaral akosua aksana alaba alba albana albane albena albina aldith
    aldona aleid alejandra aleksandra alena alessandra alessia alethea aletta alevtina alexa alexandra alexandrine
    alexia alfreda alia alice alicia alicja alida aliisa aliki alina aline alisa alison alissa aliya aliz alizee
    alka alkistis allison alma almira almudena almut althea altynai alva alwine alyona alyssa alzbeta amabel amaia
    amal amalia amanda amandine amani amara amarachi amber ambra ameena amelia amelie amelize amina aminata aminatou
    amira amna amparo amrita amruta amy ana anabel anahi anahit anais anam anandi ananya anara anastasia anastasija
    anastasiya anbar anca anda andree andreea andromeda anele aneliya aneta anete anezka angela angele angelica
    angelika angeliki angelina angelique angharad angie anick aniela anika aniko anisha anita aniyah anja anjali
    anjana anju anke ankita ann ann-charlotte ann-christin ann-kristin ann-marie ann-sofie anna anna-karin anna-lena
    anna-maija annabel annabelle annalena annalisa annalise annaliza annamaria annapurna annarita anne anne-claire
    anne-grethe anne-laure anne-lise anne-mari anne-marie anne-sophie annegret anneke anneli annelie annelies
    anneliese annelise annemarie annemarieke annemiek annette anni annick annie annika annikki annukka anouk anshula
    anthea anthoula antigone antigoni antje antoaneta antoinette antonella antonia antonieta antonietta antonina
    antra anu anupama anuradha anush anusha anushka anwen anya anyango aoibheann aoife aparna apolline apolonia
    april arabella araceli araksi araminta arancha aranka arantxa archana ardiana areej areti arezoo argyro ariadna
    ariana ariane arianna arja arlene armelle armine aroha arpi arpine arpita arta arti aruna arundhati arwa asa
    asantewaa asel aselya asha ashanti ashleigh ashwini asiya asma asmaa aspasia assel assem assunta asta astghik
    astri astrid asuka asuncion asya atarangi atefeh athena atinuke atiya atsuko aud aude audrey audrone augusta
    auli aune aurela aurelia aurelie aurica aurora aurore ausra ava avani avdotya averil avis aviva awa awatef awino
    axelle aya ayaan ayagoz ayaka ayako ayame ayanda ayanna ayano ayelet ayesha ayisha aylin ayse aysegul aysel
    aysha ayu ayumi azadeh azalea azalina azar aziza azizah azra azucena azzurra babita bahar bahareh baiba baraa
    barbara barbel barbora barbro barkha basma batool batya baukje beata beate beatrice beatrix beatriz becky
    bedriska begona begum belen belinda bella benazir benedetta benedicte benedita benita bente berangere berit
    bernadett bernadette bernice bertha berthe beryl bess bessie beth bethan bethany betsan betsie betsy bettina
    betty beverly beyonce beyza bhagyashree bharati bhavana bhavna bhumika bianca bibigul bilikisu biljana bindu
    binta birgit birgitta birgitte birte birute biserka bisi bistra bjorg blagica blagovesta blaithin blanca blanche
    blandine blanka blerta blythe bodil boglarka bogna bogumila bohumila boitumelo bojana bolanle bonnie borbala
    borghild borislava boryana botagoz bozena brandi branislava branka branwen breanna brechtje bregje brenda
    brianna brid bridget bridie brigid brigida brigitta brigitte brinda briony brit brita britney britt brittany
    bronagh bronislawa bronwen bronwyn brooke bruna brunhilde bryony bukola bukurie bushra busisiwe caitlin camelia
    camila camilla camille canan candace candela candice caoimhe capucine cara carice caridad carin carina carla
    carlijn carlota carlotta carly carmel carmela carmen carol carola carole carolien carolina caroline carolyn
    carrie caryn carys cassandra cassidy cat catalina catarina catelijne caterina cath catherine cathleen cathrine
    cathy cato catrin catriona cayetana cecile cecilia cecily ceinwen celeste celestine celia celina celine ceren
    ceri ceridwen ceyda chandra chandrika chaniqua chantal chante charis charisse charity charlene charline
    charlotta charlotte charmaine charu chava chelsea cherie cheryl chetna chiamaka chiara chibundu chichi chidera
    chidinma chie chieko chika chikako chimamanda chinelo chinwe chioma chipo chitra chiyo chiyoko chizoba chloe
    christa christabel christabelle christel christelle christiana christiane christie christina christine
    chrysanthi chrysoula chryssa chrystia ciara cicely cindy cintia cinzia claire clara clare clarice clarisa
    clarissa clarisse claudette claudia claudine clea clelia clemence clementine cleo cleopatra cliona clodagh
    clothilde clotilde codruta colette coline colleen conceicao concepcion concetta conchita connie constance
    consuelo cora coral coralie corazon cordelia cordula corina corinna corinne cornelia cosette cosima cosmina
    costanza cressida crina cristiana cristina crystal csilla cynthia czeslawa dace dafna dagmar dagny dahlia daiga
    daina daisy daiva dalal dalia dalila dalit dalma dambisa danai daneen danguole dania daniela danielle danisha
    danuta daphne darcey daria dariga darina darinka darlene darya davina dawn dayna deanna dearbhla debbie debora
    deborah debra deepa deepali deepika deepti deirdre delfina delia delilah delores delphine delyth demi denisa
    denise dervla derya desdemona desiree desislava despina dessislava devika devorah devyani dhwani diana diane
    dianna dianne dido dietlinde dieuwke dijana dikla dilara diletta dilma dilnaz dilnoza dilys dimitra dimitrina
    dina dinah dinara dionne dipti disa dita divina divya dobrila dobromila doina dolly dolores domenica dominika
    donata donatella donna dora doreen dorien dorina doris dorota dorotea dorothea dorothee dorothy dorottya dorte
    dorthe dovile draga dragana dragica drahomira drita drusilla dua dubravka dulcie dunja durga dusanka dzintra
    ebba ebele ebere ebonee ebony ebru ecaterina ece edda edeltraud edeltraut edie edina edita edith edlira edna
    edurne edwige edwina edyta eeva efa effie efi efrat efthymia eftychia efua egle eha eija eiko eila eileen eilidh
    eilir eilis eimear einat eira eirini eirlys eirwen eithne eivor ekaette ekaterina ekaterine ekta ekua elaine
    eldrid elea eleanor eleftheria elektra elena elene eleni eleonora eleonore eleri elettra elfrida elfriede elham
    eliana eliane elif elin elina elinor elira elisa elisabet elisabeth elisabetta elisaveta elise eliska elissa
    elissavet eliza elizabeth elizaveta elke ella ellen elli ellie ellinor elly elmira elna elodie eloise elpida els
    elsa elsbeth elsebeth elsie elske elspeth eluned elvira elzbieta emanuela emelie emeline emer emiko emilia
    emilie emilija emiliya emily emina emine emma emmanuelle emmeline emmi encarnacion endah ene enfys enid eniko
    enitan enni enrica erato erica erika eriko erin erja erlinda ermelinda ermira erna ernestine ersilia erykah
    erzsebet eshe esi esme esmee esmeralda esperanza esra esraa essi estefania estela estelle esther eszter etain
    etelka eteri ethel etsuko etta eugenia eugenie eulalia eulalie eunice eva evadne evangelia evangelina evangeline
    evanthia evdokia eve evelien eveliina evelin evelyn evelyne evgenia evgeniya evie evija evika ewa ewurama
    fabiana fabienne fabiola fabrizia fadumo fadwa fadzilah fahima faina faith faiza fakhra fani fanni fanny fanta
    farah fareeda farida faridah fariha farkhunda farzana farzaneh fatema fatemeh fatima fatimata fatma fatmire
    fatou fatoumata faustina faustine fay faye federica felicia felicie felicity felicja femke fenella fenna feodora
    fereshteh feride fernanda fernande ffion fflur fiamma fiammetta fida fidelma fifi fikile filippa filiz filomena
    fiona fionnuala fiorella fiorenza firdaus firdous firouzeh fitri flaminia flavia flavie fleur flora florence
    florencia florentina floriana floriane florica florinda florrie flossie flutura folake folasade folashade
    forough fortunata foteini fotini franca frances francesca francine francisca franciszka francoise frantiska
    franziska frauke freda frederica frederique freya frida frieda friederike froukje froydis fruzsina fulvia fumie
    fumiko funke funmi funmilayo fuyuko gabby gabi gabija gabriela gabriella gabrielle gaelle gail galia galina
    galit gargi gaukhar gauri gayane gayatri gayle gcina geertje geertruida geeta geetha geetika gemma genevieve
    genoveva genowefa gentiana georgeta georgette georgia georgiana georgie georgina geraldine gerda gerdi gergana
    gerlinde germaine gertie gertraud gertrude gesa gesine ghada ghazal ghazala gheorghita ghislaine giada gianna
    giedre gilberte gilda gill gillian gina ginevra ginger ginny gintare giorgia giovanna gisela gisele gisella
    giselle gita gitta gitte giuditta giulia giuliana giuseppina gizella gladys glenda glenys gloria glynis gobnait
    goda gohar golda goldie gordana graca grace gracia graciela grainne grazia graziana graziella grazina grazyna
    greetje greta gretchen grete gretel grethe grietje griselda gro grozdana guadalupe gudrun gugu guilaine
    guinevere guiomar gulbahar gulmira gulnar gulnara gulnaz gulsen gulshan gulshat gunborg gundula gunhild gunilla
    gunn gunnel gunta gunvor gvantsa gwen gwenaelle gwenda gwendolen gwendoline gwendolyn gwenllian gwenola gwyneth
    gyda gyongyi habiba hadas hadassah hadia hadiya hadiza hafsa hagit haifa hajar hajnalka hajra hala halide halima
    halina hamida hana hanaa hanan haneen hania hanife hanna hannah hanne hanneke hannelore hannie harini harleen
    harmanpreet haroula harriet haruka haruko hasina hasmik hatice hatsue hattie hauwa hayat hayley hazel heather
    heba hebe hedda hediye hedvig hedwig hege heide heidemarie heidi heidrun heike heimata heledd heleen helen
    helena helene helga helgard helgi heli hella helle helmi heloisa helvi hema hemalatha hendrika henna hennie
    henrietta henriette henrike henryka herdis hermia hermine herminia hermione herta hester hettie hetty hiba
    hideko hilda hilde hildegard hildred hildur hilja hilkka hilla hillary hillevi hiltrud himani hina hind
    hine hinemoa hiroko hisako hitomi hjordis hoda holly homa honor honorata honorine hope horatia hortense
    hortensia hripsime hristina huda huguette huia huma husna hyacinth iara ibolya ida idara ide idit idoia ieva ife
    ifeoma ifigenia iga iida iina ijeoma ikeoluwa ikram ikuko ilana ilaria ildiko ileana ilenia ilhan iliana
    ilirjana ilisapeci ilka ilma ilona ilse ilze imani imee imelda imke immacolata imogen ina inaam inara inari inas
    inbal indah indira indrani indre indu ineke ines inese inessa inga inge ingeborg ingegerd ingela inger
    inger-lise ingrid ingrida inguna ingunn ingvild iniobong inka inkeri inmaculada inna insa ioana ioanna iolanda
    iona ione irati iren irena irene irina irini iris irit irja irma irmela irmgard irmtraud iryna isabel isabela
    isabella isabelle isadora isaura iselin ishita iskra isla ismini isobel isolde isotta isra israa itziar iuliana
    iva ivana ivanka ivelina iveta ivete ivonne iwona iyabo izabela izaskun jaana jacinda jacinta jacinthe
    jaclyn jacobien jacomina jacqueline jacquelyn jacquetta jada jadranka jadwiga jagoda jamila jamileh jana janaina
    jandira jane janet janette janice janina janine jannie jannike jantje jarmila jaroslava jasmin jasmine jasminka
    jasna javeria jaya jayalalithaa jayanti jayashree jayne jazmin jazmine jeanette jeanie jeanine jeanne jeannette
    jeannine jelena jelica jeltje jemima jemma jen jenna jenni jennie jennifer jenny jeri jessamine jessica
    jessika jette jhulan jihan jill jillian jimena jirina jitka jo-ann jo-anne joana joanie joann joanna joanne
    joaquina jocasta jocelyn jodie joelle johana johanna johanne jolan jolana jolanda jolanta jolene jolien jolita
    jonna jordis jorien jorunn josefa josefin josefina josefine josephine josette josiane josie josien josje jovana
    jovita joy joyce jozefa juana juanita judi judit judith judy judyta juhi julia juliana julianna julianne julie
    juliet julieta juliette julijana jumana jumoke june junko jurate jurga justina justine justyna jutta jyoti
    jyotsna jytte kaarina kaat kaatje kaavya kadi kadiatou kadija kadri kaia kaija kainat kaire kaisa kaitlin kaja
    kajal kajol kalina kalliopi kalpana kaltrina kamala kamila kamilla kamla kana kanae kanako kanika kanimozhi
    kanwal kaori kaouther kara kareena karen karianne karima karin karina karine karishma karla karlijn karnit
    karolina karoline karuna kasia kasumi kat katalin katariina katarina katarzyna kate katerina katharina katharine
    katherine kathleen kathrin kathrine kathryn kathy kati katia katica katie katinka katja katri katrien katrin
    katrina katrine katsuko katya kausar kaveri kavita kavitha kavya kay kayla kaylee kayleigh kayo kayoko kazimiera
    kaya kazue kazuko keabetswe keeley keerthi keiko keila keisha kelebogile kellyanne kelsey kendra kersti kerstin
    kerttu ketevan keti keyana kezia khadija khadijah khalida khanyisile khatia khatuna kholoud khosi khrystyna
    khushboo khwezi kiara kiersten kiko kimberley kimberly kimiko kinga kinza kira kirsi kirsten kirsti kirstie
    kirstin kirstjen kirsty kirti kitty kiyoko kjersti kjerstin klaasje klara klaudia klavdia klio komal konstantina
    konstanze kotone krista kristel kristen kristi kristiina kristin kristina kristine kristyna kriszta krisztina
    kriti krystal krystyna ksenia ksenija kseniya kubra kudzai kumiko kusum kveta kvetoslava kylie kyllikki kyoko
    kyriaki lacey laetitia lahja laila laima laine lakeisha lakisha lakshmi laleh lalita lalitha lamia lamya lana
    laoise laquita lara larisa larissa larysa lashawn lashonda lasma lata latasha latha latifa latisha latonya
    latoya laura laure laureen lauren laurence laurien lavinia laxmi layla lea leah leanne lebo lebogang leda ledia
    leela leelo leena leida leila leilani leire lempi lena lene leni lenka lenuta leocadia leokadia leona leonie
    leonor leonora leontien leontine lepa lerato lesedi lesia lestari lesya leticia letitia letizia lettice lettie
    leyla lia lian liana liane libuse licia lidewij lidia lidija lidiya lieke liene liesbeth liesel lieselot
    lieselotte liga ligaya ligia lihi liina liis liisa liisi lila lili lilia lilian liliana liliane lilias lilit
    lilith liliya lilja liljana lill lilla lillemor lilli lillian lily limor lina linda lindiwe linh linn linnea
    linnet lionelle liora lisa lisbet lisbeth lise lisette litia liubov liv livia liz liza lizzie ljerka ljiljana
    ljubica llinos loes lois lola lolita lone lora loredana lorelei lorella lorena lorenza loreta loretta lori lorna
    lorraine losalini lotje lotta lotte lottie loubna louisa louise louison lourdes lovisa lovise lowri luana lubna
    lucia luciana lucie lucienne lucile lucilla lucille lucinda lucja lucrezia lucy lucyna ludivine ludmila ludovica
    ludvine ludwika luella luigia luisa luise lujain lulu lumi luminita lungi lupe lupita lusia lusine luz luzia
    luzviminda lydia lydie lyn lynda lynette lynn lynne lyubov lyudmila lyudmyla maaike maame maarit maarja maartje
    mabel macarena machiko machteld madalina maddalena maddie madeleine madelief madeline madge madhavi madhu
    madhuri madina madison madoka mae maebh maelle maelys maeva maeve mafalda magali magalie magda magdalena maggie
    maha mahbooba maheen mahina mahira mahnaz mahnoor mahsa mahua mahwish maia maie maija maija-leena maija-liisa
    maiju maike maiko maimuna maimunah mair maire mairead mairi mairin mairwen maisie maite maitreyi maja majlinda
    maka makayla makena makereta makhosi makiko malak malala malavika malena malene malgorzata malia malika malin
    malini malka malu malwina mamata mamie manal manami manana manasi mandira mandy maneka manisha manizha manja
    manjari manju manjula manon manuela mara marama marcela marcelina marcella marcia mared mareike marga margaret
    margareta margarete margaretha margarida margarita margaux marge margery margherita margie margit margo margot
    margret margrethe margriet margrit marguerite marharyta mari mari-leena mari-liis maria mariagrazia mariah
    marialuisa mariam mariama mariana mariangela mariann marianna marianne marianthi mariapia mariatou maribel
    marica maricar maricel maricela maricruz marie marie-ange marie-christine marie-claire marie-claude marie-eve
    marie-france marie-helene marie-josee marie-laure marie-lou marie-louise marie-noelle marie-pierre marie-therese
    marieke mariella marielle marietta mariia marija marijana marije marijke marika mariko marilena marilou mariluz
    marilyn marina marine marinela mariola marisa marisela mariska marisol marissa maristella marit marita marites
    maritess mariya marja marjaana marjan marjatta marjo marjolaine marjolein marjorie marjut marketa marketta marla
    marleen marlena marlene marlies marlis marloes marnie marsha marta marte martha martina martine martta mary
    maryam maryla maryna maryse marysia maryvonne marzena marzhan marzia marzieh masako masego masih masooma masumi
    mathilde matilda matilde maud maude maura maureen mavis mavluda maxine maya mayawati mayra mayu mayuko mayumi
    mazal mazie maznah mbalenhle mbali mechthild medea meena meenakshi meera meg megan megane megawati megha meghan
    meghana megumi megyn mehbooba mehnaz mehreen mehrnaz mehwish mei meike meinir melania melanie melchora mele
    melek melina melinda melissa melissandre melitta melodie melody melpomene meltem melusine menna meral merav
    mercede mercedes mercy mereana meredith mererid mereseini merete merike merita merja merve mervi meryem meryl
    mette mhairi mia micaela michaela michalina michela micheline michelle michiko mieczyslawa mieke mieko migle
    mihaela miho miia mikaela mikako miku mila milada milagros milana milda mildred milena milica milijana milka
    milla millicent millie milly miloslava milva mimi mimma mimmi mimoza mina minahil minako minal mindy mineko
    minerva minna minnie mioara mirabel miranda mireia mireille mirela mirella mireya miriam mirja mirjam mirjami
    mirjana mirka miroslava miroslawa mirte mirto mirva misaki misako mitali mitsuko miwa miwako miyako miyoko miyu
    miyuki mizuho mizuki mladena moa modupe moema mohini moira mollie molly momoe momoka momoko mona monia monica
    monika monique monserrat monta moona morag morena morfydd morgana morgane morven morwenna mosunmola motoko mpumi
    mridula mrinal mrunal muireann mukta muna muniba munira muriel murielle mushtari mutia mwende myfanwy myra
    myriam myroslava myrsini myrthe myrtle mzia naama nabila nadege nadezda nadezhda nadia nadiia nadine nadira
    nadiya nadja naeema nagham nahid nahla naila naima naina naira najat najla najma najwa nakato nakia naledi
    nalikka namita namrata nan nanaia nanako nanami nancy nandi nandini nandipha nandita nanette nanna naoko naomi
    narges nargis nargiza narine narmada nasim nasima nasreen nasrin nastaran natacha natalia natalie nataliia
    natalija nataliya natalya natasa natasha natela nathalie nathaly natia natividad natsuko natsumi nawal naz
    nazanin nazaret nazgul nazia nazli ncumisa ndidi nea neda nedeljka neelam neelima neeru neeta neetu nefeli neha
    nele nelida nell nella nelleke nelli nellie nenita nerea nerina neringa nerissa nerys nesrin nesrine nessa nest
    nestan netta nettie neus nevena ngaio ngaire ngozi nia niamh nichelle nicole nicoleta nicoletta nicolette
    nicolien nida nidhi nidia niecy nienke nieves niina nijole nikki nikoleta nikolett nikolina nilda nilde nili
    nilofar niloofar niloufar nilufar nina ninette ningsih ninon nira nirmala nisha nita nithya nitza nives njambi
    njeri nkechi nkechinyere nkem nkiru nkosazana nobuhle nobuko noelia noelie noelle noemi noemie noga nokuthula
    nolwazi nomathemba nombuso nomcebo nomfundo nomonde nompumelelo nomsa nomvula nomzamo nonhlanhla nonkululeko
    nonna nontobeko noor noora noorjahan nora noraini noreen norhayati noriko norliza norma nosipho nour noura
    nozomi nthabiseng ntombi ntombizodwa nuala nune nunzia nupur nuray nurcan nurhaliza nurhan nuria nurit nurul
    nusrat nwanyieze nyambura nyawira nyokabi oana obiageli oby oceane octavia oda oddny oddrun odette odile odunayo
    ofelia ofra ogechi oili oksana olabisi olajumoke olayemi oleksandra olena olesia olesya olga olha olimpia olive
    olivera olivia oliwia olubukola oluchi olufunke olufunmilayo oluwakemi olwen olwyn olympe olympia omolara
    omosede omotola ona ondrea onyinye oona oonagh ophelia ophelie ophira oprah oriana oriane orianne orie oriel
    orit orla orlagh ornella orsolya ortensia ortrud osnat otilia ottavia ottilie ottoline otylia oumou ourania outi
    oya ozge ozlem padma padmini paivi palesa pallavi paloma pam pamela panagiota pania paola paquita paraskevi
    parineeti parisa parul parvana parvathi parvati parveen parvin pascale pascalle patience patricia patrizia
    patrycja patsy patti patty paula paule paulette paulien pauliina paulina pauline pavla pavlina payal pearl peggy
    pelagia pelenaise pelin penelope penny perdita perla perlita pernilla pernille perrine persefoni petra
    petronella petronilla petruta petunia petya philippa phillida phillipa philomena philomene phoebe phumla
    phumzile phyllida phyllis pia piedad pien pierina pierrette pihla piia pilar pilvi pinar pinja piper pippa piret
    pirjo pirkko piroska pixie plamena pleun pnina polina polly polyxeni pooja poonam poornima poppy portia prabha
    prachi pragya prajakta pranita praskovia pratibha pratiksha preeti preity prerna priscila priscilla pritha priti
    priya priyanka prudence prunella puja puleng purificacion purnima purvi pushpa putri qandeel queenie queralt
    quiana rabab rabia rachael rachana rachel rachele rachida rachna radha radhika radka radmila radojka radoslava
    rafaela raffaella rafidah ragini ragna ragnhild raha rahima raija raili raisa rajani rajashree raji rakhi
    ralitsa raluca ramona ramune ramya rana rangimarie rani rania ranjana ranka ranya raquel rasa rasha rashida
    rashmi rashmika rasma ratna raveena rawinia raya raymonde razia rebeca rebecca rebecka rebekah rebekka reem
    reema reena reet reetta refilwe regina regine rehana reiko reina reinhild reka rekha remedios renata renate
    renee renita renske renu renuka reshma retno reva reyna rhea rhian rhiannon rhianydd rhoda rhona rhonda ricarda
    ridhi rieko riet rietje rigoberta rihab rihanna riho riikka riina riitta rikako rike rikke rim rima rimma rina
    rini ripeka riria risma rita ritika ritsuko ritu ritva rivka riya roberta roberte rochelle rocio rodica rohani
    rohini roimata roisin rokia roksana rolande romana romane romina romy rona ronit ronja ronke rosa rosabel
    rosalba rosalia rosalie rosalind rosalinda rosaline rosalyn rosamund rosana rosangela rosanna rosanne rosaria
    rosario rosaura rose roseanne roseli rosella rosemarie rosemary rosetta roshni rosie rosina rosine rosita
    rositsa roslyn rossana rossella roswitha rovena rowena roxana roxane roxanne roya roz rozalia rozita rubab
    rubina ruby ruchi ruchika rudo ruhama rukhsana rukhshana rukia rukmini rumiko rumyana runa rupa rupali ruqaya
    ruri ruslana rusudan ruth ruvarashe ruvimbo ruxandra ruza ruzanna ruzena ruzica ryoko saana saara saba sabeen
    sabiha sabina sabine sabrina sachi sachiko sadaf sadako sade sadhana sadhbh sadhvi sadia sadie saeko safa
    saffron safia safiya sahar saija saila saima saira sajida sakiko sakina sakshi sal salanieta salima salla sally
    salma salome saloni salote saltanat sama samah samaira samal samanta samantha samar samara sameera samia samina
    samira samuela sana sanaa sanae sanam sanda sandhya sandra sandrine sangeeta sangita sania sanita sanja sanjana
    sanna sanne sanni santina sanya saoirse sara sarafina sarah saray sari sarit sarita sarka sarmite saroj sarojini
    sarolta sarwat saskia satenik satoko satomi satu saule savannah savina savita savitri sawsan saya sayaka sayako
    sayuri scarlett sedef seema segolene seher seija seiko seini seipati sekai selai selena selene selin selina
    selma semra senga senja senka seonaid sepideh serafina serap seraphina sereana serena setsuko severina severine
    sevgi sevil shabana shabnam shadan shadia shagufta shahana shahida shahla shahnaz shailaja shaima shaimaa
    shaista shakhnoza shakira shakuntala shalini shamima shamiso shamsa shania shanice shanika shaniqua shanna
    shanta shante shanti shaquana sharda sharmeen sharmila sharmin sharmistha sharon sharonda sharyn shauna shawnda
    shazia sheela sheema sheena sheetal shefali shehla sheila shelagh shelby shelley shereen sherin sherri sherry
    sheryl shigeko shiho shilpa shiori shira shireen shiri shirin shirley shivani shizue shizuka shizuko shlomit
    shobha shohreh sholpan shona shonda shoshana shraddha shreya shruti shubha shulamit shushan shweta sian sibel
    sibyl sibylle sidonie sidra sidsel siedah sieglinde sien sienna sietske sigal sigalit sigbritt sigita signe
    sigourney sigrid siiri sile silja silje silke silvana silvi silvia silvija silviya simin simisola simona
    simoneta simonetta simran sina sindisiwe sinead sini sinikka siobhan sioned siphokazi siranush sirje sirkka
    sirpa sissel sitara sithembile siti siv sizakele skaidrite skaiste skye slavica slawomira slobodanka smadar
    smaragda smiljana smita smriti sneha snezana snezhana socorro sofia sofie sofiia sofija sofiya soha sohair soile
    soizic solange soledad solene solfrid solomiya solveig solvita somaya sona sonal sonali sonia sonja sonsoles
    sonya sophia sophie sopho sopio soraya sorcha sorina sotiria souad soumya sowmya spomenka sridevi stacey stacy
    stamatia stanislava stanislawa stanka stans stavroula stefania stefanie stefaniya steffi stefka steliana stella
    stepanka stephanie stien stina stine stojanka styliani subhadra suchitra sudha sue suellen suhair sujata sumaira
    sumathi sumaya sumayya sumie sumiko sumitra sunanda sundus sunita sunniva supriya surabhi surekha susan susana
    susann susanna susannah susanne sushma sushmita susi susie suvarna suvi suzan suzanne suzette suzuko suzy
    svanhild svea svenja svetla svetlana sveva svitlana swantje swara swarna swati swetha sybil sybille sylke
    sylvana sylvi sylvia sylviane sylvie sylwia synne synnove sytske szilvia szymona tabea tabitha tahira tahmima
    tahmina taina taisia takako tamar tamara tamika tamiko tamila tammy tamsin tamta tandi tania tanisha tanja
    tanuja tanushree tanvi tanya tara tariro tarja tarsila taru tasha taslima tasneem tatevik tatia tatiana tatjana
    tatyana tawana tawanda tayyaba tazuko tecla tegan tegwen teija tejaswini teleri tellervo temi teneisha teodora
    teona teresa teresinha teresita terez tereza terezie terhi teri terri terttu teruko tess tessa tessel tetiana
    tetyana teuta thais thaleia thalia thandeka thandi thandie thandiwe thandokazi thea theano thekla thelma
    thembeka thembi thenjiwe theodora theoni theopisti theres theresa therese theresia thokozile thomasina thuli tia
    tiffany tiia tiina tiiu tikva tilda tilly timea tina tinatin tineke tiphaine tiresa tiril tirza tisha titi titia
    titiek titilayo tiwa tiziana tokiko tolganay tomika tomiko tomoe tomoka tomoko tomomi tonje tonya toos tora
    tordis torhild torill torunn tosca toshiko toula tova tove toya toyin toyoko tracey traudl traute treasa tricia
    triin trijntje trina trine trish trisha trixie trude trudi trudy trupti truus tsakane tsira tsitsi tsukiko
    tsvetana tsvetelina tuba tuihana tuija tuire tulay tullia tulsi tumi turid turkan tuti tuula tuuli tuva tyra
    tytti tzipi tzipora uju uliana ulker ulla ulla-britt ulle ulrika ulyana ulzhan uma umaima umeko umida una unaisi
    unathi unelma unn unni urania urmila ursula urszula urvashi urve uschi usha uta utami ute uttara uzma uzoamaka
    vaclava vaida vaishali vaishnavi vaiva valbona valdete valentina valentyna valeria valerie valeriya valeska
    vanda vandana vanesa vanessa vani vania vanna vanya vappu varda varduhi varsha vashti vasilica vasiliki vasilisa
    vasilka vasiti vassiliki vasudha vasundhara vaula veda veena veera veerle velma vendela venetia vera vered
    verena verica verity verna veronica veronika veronique vesela veselina vesna vibeke vibha vicki vickie vicky
    victoire victoria victorine vidya vieno vigdis vija vijayalakshmi vika viktoria viktoriia viktorija viktoriya
    vilde vilija vilja vilma vimala vinciane vineta vinita viola violaine violante violet violeta violetta violette
    viorica vira virag virginia virginie virginija virginiya virpi vita vittoria viv viveca viviana viviane vivianne
    vivien vivienne vjollca vjosa vladimira vlasta vrinda vuyiswa wafa wafaa wahyuni wairata wairimu wakako walaa
    waltraud wambui wamuyu wanda wangari wanjiku wanjiru warda wejdan wenche wencke wendy wenke weronika whitney
    whoopi wibke wiebke wieslawa wietske wiktoria wilhelmina wilhelmine willeke willemijn wilma wiltrud winifred
    winitana winnie winona wioletta wulan xanthe xanthippi xenia ximena xiomara yaa yadira yael yafa yaffa yalda
    yamila yaminah yamini yamuna yanira yanti yaroslava yasemin yashoda yasmeen yasmin yasmina yasmine yasuko yayoi
    yehudit yekaterina yelena yelizaveta yenny yesenia yetunde yevdokia yevgenia yevheniia yewande yfke yianna
    yildiz ylva ymkje yocheved yoko yolanda yolande yonit yordanka yoshie yoshiko ysabel yseult yui yuka yukako
    yukari yukie yukiko yukina yuli yulia yuliana yuliia yuliya yumi yumie yumiko yumna yuriko yurina yusra yusura
    yuuko yvette yvonne zadie zaha zahava zahra zaida zainab zainabu zaira zakia zanda zandile zanele zara zareen
    zarifa zarina zaruhi zaynab zdena zdenka zdravka zdzislawa zeenat zehava zeina zeinab zeinabu zelda zelie zena
    zenaida zendaya zenobia zeynep zhamilya zhanar zhanna zhibek zillah zinaida zinhle zinta zipora zita ziva zivile
    zlata zlatica zodwa zoe zofia zohra zohreh zoi zora zoraida zorica zorka zoya zrinka zsofia zsuzsa zsuzsanna
    zubaida zuhal zukiswa zuleika zulema zuleyha zulfia zulfiya zuraida zuri zuzana zuzanna zvezdana zyta
    """
)
