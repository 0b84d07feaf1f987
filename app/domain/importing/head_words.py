"""By which heads a column is known in other people's sheets, in English and Chinese, besides its own label.

One line for each column: its key, a colon, and the heads between bars. A head stands under one key alone.
"""

from collections.abc import Mapping
from functools import cache

from app.domain.importing import Subject

_PERSONS = """
family: surname | last name | family | lastname | 姓 | 护照姓 | 英文姓
family: surname as in passport | nom | apellidos
given: first name | given name | forename | given | firstname | first names | 名
given: 护照名 | 英文名 | prénom | nombre
native_family: native family name | native surname | 本国文字姓
native_given: native given names | native given name | 本国文字名
chinese_family: chinese surname | 中文姓
chinese_given: chinese given names | 中文名字
former_family: maiden name | previous surname | 曾用姓
former_given: previous given names | 曾用名字
alias_given: nickname
name_family_last: name | full name | fullname | client | client name | applicant | applicant name | 英文姓名
name_family_last: name of applicant
name_family_first: passport name | name as in passport | 护照姓名
native_whole: native name | name in native script | in own script | own script | 本国文字姓名
chinese_whole: chinese name | 中文姓名 | 姓名 | 中文名
nationality: citizenship | citizen of | passport nationality | 国籍
former_nationality: previous nationality | 曾有国籍
sex: gender | m/f | 性别
birth_date: birth date | dob | d.o.b. | born | birthday | birthdate | 出生日期 | 出生年月日 | 生日
birth_country: birth country | 出生国家 | 出生国
birth_province: birth province | 出生省份
birth_city: place of birth | birth place | birthplace | birth city | 出生地 | 出生城市
marital_status: marital | 婚姻状况
local_id_number: national id | id number | identity number | 身份证号 | 身份证号码
residence_country: residence | living in | 居住国 | 居住国家
permanent_residence: permanent residence | 永久居留
legal_stay_until: legal stay until | residence permit until
occupation: job | profession | 职业
annual_income: income | salary | 年收入
note: notes | remark | remarks | comment | comments | 备注
passport_kind: type of passport | 护照类型 | 护照种类
passport_number: passport | passport no | passport no. | passport # | document number | 护照号 | 护照号码
passport_country: passport country | issued by country | 签发国 | 护照签发国
passport_authority: issued by | authority | 签发机关
passport_place: issue place | 签发地 | 签发地点
passport_issued_on: issue date | issued | issued on | passport issue | passport issued
passport_issued_on: date issued | 签发日期
passport_issued_on: passport issue date | 护照签发日期
passport_expires_on: expiry | expiry date | expires | expires on | valid until | passport expiry | 有效期至
passport_expires_on: passport expires | expiration date | passport expiry date
passport_expires_on: 护照有效期 | 护照有效期至 | 到期日
passport_blank_pages: blank pages | 空白页
phone: mobile | tel | telephone number | phone number | phone | cell | contact number
phone: 电话 | 手机 | 手机号 | 联系电话
email: email | e-mail address | email address | mail | 电子邮件 | 邮箱 | 电子邮箱
wechat: we chat | wechat id | 微信号 | 微信
whatsapp: whats app | whatsapp number
preferred_channel: preferred contact | channel | 首选联系方式
preferred_language: language | mother tongue | correspondence language | 语言 | 首选语言
address_lines: address | home address | street | street address | 地址 | 住址 | 家庭住址
address_city: town | home city | 城市
address_province: state | province | region | 省 | 省份 | 州
address_postcode: zip | zip code | postal code | 邮编 | 邮政编码
address_country: country | home country | 国家
"""

_CASES = """
client: client name | applicant | name | full name | 客户 | 申请人 | 姓名
client_passport: passport | passport no | passport number | 护照号 | 护照号码
category: category | visa | visa type | type | 签证类别 | 签证种类
post: embassy | consulate | visa centre | submitted at | 使领馆 | 递交地
stage: status | case status | 阶段 | 状态
opened_on: opened | start date | case opened | 立案日期
owner: consultant | responsible | case worker | caseworker | 负责人 | 顾问
office: branch | 办公室 | 分所
decision: result | outcome | 结果
application_number: application no | application number | cova number | online application no
application_number: 申请编号 | 申请号
planned_filing: filing date | planned submission | submission date | 计划递交 | 递交日期
planned_entry: entry date | travel date | planned travel | 计划入境 | 入境日期
appointment_on: appointment date | 预约日期
receipt_number: receipt | receipt no | 回执号
visa_number: visa no | 签证号
purpose: purpose | 访问目的
note: notes | remark | remarks | comment | comments | 备注
"""


@cache
def words(subject: Subject) -> Mapping[str, tuple[str, ...]]:
    """Return the heads by the key of their column."""
    found: dict[str, tuple[str, ...]] = {}
    for line in (_PERSONS if subject is Subject.PERSONS else _CASES).strip().splitlines():
        key, _colon, heads = line.partition(":")
        found[key] = (*found.get(key, ()), *(head.strip() for head in heads.split("|")))
    return found
