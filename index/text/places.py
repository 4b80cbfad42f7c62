"""Countries, other places, what places are called, and what their people are."""

from index.text.words import phrases, words

COUNTRIES = phrases(
    """
    afghanistan | albania | algeria | angola | argentina | armenia | australia | austria | azerbaijan | bahrain
    bangladesh | belarus | belgium | bolivia | bosnia | botswana | brazil | britain | bulgaria | cambodia | cameroon
    canada | chile | china | colombia | congo | costa rica | croatia | cuba | cyprus | czech republic | denmark
    ecuador | egypt | el salvador | england | eritrea | estonia | ethiopia | finland | france | georgia | germany
    ghana | greece | guatemala | haiti | honduras | hong kong | hungary | iceland | india | indonesia | iran | iraq
    ireland | israel | italy | ivory coast | jamaica | japan | jordan | kazakhstan | kenya | kosovo | kuwait | laos
    latvia | lebanon | liberia | libya | lithuania | luxembourg | malaysia | mali | malta | mexico | moldova
    mongolia | montenegro | morocco | mozambique | myanmar | namibia | nepal | netherlands | new zealand | nicaragua
    niger | nigeria | north korea | northern ireland | norway | oman | pakistan | palestine | panama | paraguay | peru
    philippines | poland | portugal | qatar | romania | russia | rwanda | saudi arabia | scotland | senegal | serbia
    singapore | slovakia | slovenia | somalia | south africa | south korea | south sudan | spain | sri lanka | sudan
    sweden | switzerland | syria | taiwan | tanzania | thailand | tunisia | turkey | uganda | ukraine
    united arab emirates | united kingdom | united states | united states of america | uruguay | uzbekistan | vatican
    venezuela | vietnam | wales | yemen | zambia | zimbabwe | america | european union | u.s | u.k | us | uk | eu
    u.s.a
    """
)
PLACES = COUNTRIES | phrases(
    """
    alabama | alaska | arizona | arkansas | california | colorado | connecticut | delaware | florida | hawaii | idaho
    illinois | indiana | iowa | kansas | kentucky | louisiana | maine | maryland | massachusetts | michigan
    minnesota | mississippi | missouri | montana | nebraska | nevada | new hampshire | new jersey | new mexico
    new york | north carolina | north dakota | ohio | oklahoma | oregon | pennsylvania | rhode island | south carolina
    south dakota | tennessee | texas | utah | vermont | virginia | washington | west virginia | wisconsin | wyoming
    puerto rico | ontario | quebec | british columbia | alberta | new south wales | queensland | london | paris
    berlin | moscow | beijing | tokyo | kyiv | kiev | brussels | geneva | madrid | rome | vienna | warsaw | athens
    ankara | istanbul | cairo | tehran | baghdad | kabul | delhi | new delhi | mumbai | karachi | islamabad | dhaka
    seoul | pyongyang | shanghai | sydney | melbourne | canberra | wellington | auckland | ottawa | toronto | montreal
    vancouver | chicago | los angeles | san francisco | boston | houston | dallas | miami | atlanta | philadelphia
    detroit | seattle | denver | phoenix | san diego | las vegas | new york city | manhattan | brooklyn | baltimore
    cleveland | st. louis | new orleans | hollywood | silicon valley | wall street | main street | capitol hill
    west bank | gaza | jerusalem | tel aviv | crimea | damascus | aleppo | beirut | dublin | belfast | edinburgh
    glasgow | cardiff | manchester | liverpool | birmingham | leeds | africa | asia | europe | middle east
    latin america | north america | south america | lagos | nairobi | johannesburg | cape town | mexico city
    buenos aires | rio de janeiro | sao paulo | stockholm | oslo | copenhagen | helsinki | reykjavik | lisbon
    amsterdam | prague | budapest | bucharest | sofia | arctic | antarctica | pacific | atlantic | mediterranean
    baltic | balkans | caucasus | scandinavia | hamburg | munich
    """
)
PLACE_HEADS = words(
    """
    county city river street avenue road lane island islands beach valley mountain mountains lake bridge square park
    airport bay sea ocean peninsula province state coast building hotel hall tower stadium arena station plaza canyon
    forest desert gulf cape port harbour harbor hill hills heights drive boulevard highway village town borough
    act law award prize cup medal day week month year war amendment deal agreement accord treaty pact code bill
    championship championships olympics games open derby festival series bowl road pier theater gallery
    """
)
NATIONALITIES = words(
    """
    american british english scottish welsh irish french german italian spanish portuguese dutch belgian swiss austrian
    danish swedish norwegian finnish icelandic polish czech slovak hungarian romanian bulgarian serbian croatian
    slovenian bosnian albanian greek turkish cypriot russian ukrainian belarusian moldovan georgian armenian azerbaijani
    israeli palestinian lebanese syrian jordanian iraqi iranian saudi yemeni qatari emirati kuwaiti egyptian libyan
    tunisian algerian moroccan sudanese ethiopian kenyan ugandan tanzanian rwandan congolese nigerian ghanaian
    senegalese african european asian indian pakistani bangladeshi nepalese afghan chinese taiwanese japanese korean
    vietnamese thai cambodian burmese malaysian indonesian filipino australian canadian mexican cuban haitian
    colombian venezuelan brazilian argentine chilean peruvian bolivian jewish muslim christian catholic protestant
    republican democratic gop democrat labour labor conservative liberal tory federal estonian latvian lithuanian
    fijian tongan samoan tahitian zimbabwean zambian malawian namibian angolan cameroonian ivorian malian maltese
    singaporean mongolian tajik kyrgyz turkmen ecuadorian bolivian uruguayan paraguayan jamaican trinidadian icelander
    zealander finn swede dane pole turk spaniard briton scot serb croat slovene dutchman frenchman englishman welshman
    irishman yorkshireman yorkshirewoman frenchwoman englishwoman irishwoman texan californian londoner
    kazakh uzbek western eastern northern southern arab kurdish hispanic latino african-american asian-american
    """
)
