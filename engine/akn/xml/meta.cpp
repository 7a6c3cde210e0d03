#include "akn/xml/meta.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace lacuna::akn::xml {
namespace {

// ISO 639-2 (both forms) and 639-3 to 639-1.
constexpr std::array<std::pair<std::string_view, std::string_view>, 84> short_codes{{
    {"afr", "af"}, {"alb", "sq"}, {"amh", "am"}, {"ara", "ar"}, {"arm", "hy"}, {"aze", "az"}, {"baq", "eu"},
    {"bel", "be"}, {"ben", "bn"}, {"bos", "bs"}, {"bul", "bg"}, {"cat", "ca"}, {"ces", "cs"}, {"chi", "zh"},
    {"cym", "cy"}, {"cze", "cs"}, {"dan", "da"}, {"deu", "de"}, {"dut", "nl"}, {"ell", "el"}, {"eng", "en"},
    {"est", "et"}, {"eus", "eu"}, {"fas", "fa"}, {"fin", "fi"}, {"fra", "fr"}, {"fre", "fr"}, {"geo", "ka"},
    {"ger", "de"}, {"gle", "ga"}, {"glg", "gl"}, {"gre", "el"}, {"heb", "he"}, {"hin", "hi"}, {"hrv", "hr"},
    {"hun", "hu"}, {"hye", "hy"}, {"ice", "is"}, {"ind", "id"}, {"isl", "is"}, {"ita", "it"}, {"jpn", "ja"},
    {"kat", "ka"}, {"kaz", "kk"}, {"khm", "km"}, {"kin", "rw"}, {"kor", "ko"}, {"lao", "lo"}, {"lav", "lv"},
    {"lit", "lt"}, {"ltz", "lb"}, {"mac", "mk"}, {"may", "ms"}, {"mkd", "mk"}, {"mlt", "mt"}, {"mon", "mn"},
    {"msa", "ms"}, {"nep", "ne"}, {"nld", "nl"}, {"nor", "no"}, {"per", "fa"}, {"pol", "pl"}, {"por", "pt"},
    {"ron", "ro"}, {"rum", "ro"}, {"rus", "ru"}, {"sin", "si"}, {"slk", "sk"}, {"slo", "sk"}, {"slv", "sl"},
    {"sna", "sn"}, {"som", "so"}, {"sot", "st"}, {"spa", "es"}, {"sqi", "sq"}, {"srp", "sr"}, {"swa", "sw"},
    {"swe", "sv"}, {"tha", "th"}, {"tur", "tr"}, {"ukr", "uk"}, {"urd", "ur"}, {"vie", "vi"}, {"wel", "cy"},
}};

[[nodiscard]] std::string value(Node node) {
    return std::string(node.attribute("value"));
}

// FRBRthis where FRBRuri is absent.
[[nodiscard]] std::string uri(Node level) {
    auto found = value(child(level, "FRBRuri"));
    return found.empty() ? value(child(level, "FRBRthis")) : found;
}

// "1111-11-11", "0000-00-00": a converter that knew no date wrote one digit throughout.
[[nodiscard]] bool is_placeholder(std::string_view date) {
    return !date.empty() && date.find_first_not_of(std::string{'-', date.front()}) == std::string_view::npos;
}

// Empty where the file says none.
[[nodiscard]] std::string date(Node level) {
    std::string found(child(level, "FRBRdate").attribute("date"));
    return is_placeholder(found) ? std::string() : found;
}

void add_language(Metadata& meta, std::string_view code) {
    auto language = short_language(code);
    if (language.empty()) return;
    if (std::find(meta.languages.begin(), meta.languages.end(), language) == meta.languages.end())
        meta.languages.push_back(std::move(language));
}

// The naming convention writes the language before the date of an expression: "/act/2018/5/eng@2018-05-30".
[[nodiscard]] std::string_view language_of_uri(std::string_view uri) {
    auto const at = uri.find('@');
    if (at == std::string_view::npos) return {};
    auto const slash = uri.rfind('/', at);
    auto const code = uri.substr(slash == std::string_view::npos ? 0 : slash + 1, at - slash - 1);
    bool const letters = std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return letters && (code.size() == 2 || code.size() == 3) ? code : std::string_view();
}

void read_work(Node work, Metadata& meta) {
    meta.work_uri = uri(work);
    meta.work_this = value(child(work, "FRBRthis"));
    meta.date_work = date(work);
    meta.number = value(child(work, "FRBRnumber"));
    auto const country = value(child(work, "FRBRcountry"));
    auto const cut = std::min(country.find('-'), country.size());
    meta.country = country.substr(0, cut);
    if (cut < country.size()) meta.subdivision = country.substr(cut + 1);
    bool seen_title = false;
    for (auto const item : work.children()) {
        if (!item.is_element() || item.local_name() != "FRBRalias") continue;
        auto alias = value(item);
        if (alias.empty()) continue;
        bool const titled = item.attribute("name") == "title";
        if (meta.title.empty() || (titled && !seen_title)) meta.title = alias;
        seen_title = seen_title || titled;
        meta.aliases.push_back(std::move(alias));
    }
}

[[nodiscard]] bool is_machine_name(std::string_view title) {
    return title.find(' ') == std::string_view::npos;
}

// The title as the act prints it stands above the one in the metadata, which may be a file name.
void read_title(Node main, Metadata& meta) {
    for (auto const* const name : {"docTitle", "shortTitle", "longTitle"}) {
        if (!meta.title.empty() && !is_machine_name(meta.title)) return;
        for (auto const* const part : {"preface", "coverPage", "preamble"})
            if (auto const found = descendant(child(main, part), name); found && meta.title.empty())
                meta.title = text_of(found);
        if (!meta.title.empty() && is_machine_name(meta.title)) meta.title.clear();
    }
}

}  // namespace

std::string_view language_said(Node document) {
    auto const expression = child(descendant(child(document, "meta"), "identification", 2), "FRBRExpression");
    auto const said = child(expression, "FRBRlanguage").attribute("language");
    return said.empty() ? document.attribute("lang") : said;
}

std::string short_language(std::string_view code) {
    std::string lower(code);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    lower = lower.substr(0, lower.find_first_of("-_"));
    auto const found = std::find_if(short_codes.begin(), short_codes.end(),
                                    [&](auto const& pair) { return pair.first == lower; });
    return found == short_codes.end() ? lower : std::string(found->second);
}

bool names_no_language(std::string_view code) {
    return code == "mul" || code == "zxx" || code == "und" || code == "mis";
}

Metadata read_metadata(Node root, Node main) {
    Metadata meta;
    auto identification = descendant(child(main, "meta"), "identification", 2);
    if (!identification) identification = descendant(root, "identification");
    meta.document_type = std::string(main.local_name());
    read_work(child(identification, "FRBRWork"), meta);
    auto const expression = child(identification, "FRBRExpression");
    meta.expression_uri = uri(expression);
    meta.date_expression = date(expression);
    meta.version = value(child(expression, "FRBRversionNumber"));
    for (auto const item : expression.children())
        if (item.is_element() && item.local_name() == "FRBRlanguage")
            add_language(meta, item.attribute("language"));
    meta.manifestation_uri = uri(child(identification, "FRBRManifestation"));
    if (meta.languages.empty()) {
        auto const said = main.attribute("lang");
        add_language(meta, said.empty() ? root.attribute("lang") : said);
    }
    if (meta.languages.empty()) {
        add_language(meta, language_of_uri(meta.expression_uri));
        meta.language_of_uri = !meta.languages.empty();
    }
    read_title(main, meta);
    return meta;
}

}  // namespace lacuna::akn::xml
