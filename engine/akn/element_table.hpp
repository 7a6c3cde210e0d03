// The table behind names.hpp, and the index into it; in a header, because the parser asks for each element.
// Private to the room.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <string_view>

#include "akn/bytes16.hpp"
#include "akn/names.hpp"

namespace lacuna::akn::element_table {

using enum Kind;

inline constexpr std::array all{
    ElementName{"", unknown},
    ElementName{"akomaNtoso", transparent},
    ElementName{"documentCollection", transparent},
    ElementName{"collectionBody", transparent},
    ElementName{"attachments", transparent, "atts"},
    ElementName{"components", transparent, "cmpnts"},
    ElementName{"content", transparent},
    ElementName{"outOfLines", transparent},
    ElementName{"amendmentContent", transparent},
    ElementName{"fragment", transparent},
    ElementName{"fragmentBody", transparent},
    ElementName{"portion", transparent},
    ElementName{"portionBody", transparent},
    ElementName{"alternative", transparent},
    ElementName{"act", document},
    ElementName{"bill", document},
    ElementName{"doc", document},
    ElementName{"officialGazette", document},
    ElementName{"statement", document},
    ElementName{"amendment", document},
    ElementName{"amendmentList", document},
    ElementName{"debate", document},
    ElementName{"debateReport", document},
    ElementName{"judgment", document},
    ElementName{"body", body},
    ElementName{"mainBody", body, "body"},
    ElementName{"amendmentBody", body, "body"},
    ElementName{"debateBody", body, "body"},
    ElementName{"judgmentBody", body, "body"},
    ElementName{"meta", meta},
    ElementName{"preface", front},
    ElementName{"preamble", front},
    ElementName{"conclusions", front, "concl"},
    ElementName{"coverPage", front, "cover"},
    ElementName{"header", front},
    ElementName{"book", grouping},
    ElementName{"tome", grouping},
    ElementName{"part", grouping},
    ElementName{"subpart", grouping},
    ElementName{"title", grouping},
    ElementName{"subtitle", grouping},
    ElementName{"chapter", grouping, "chp"},
    ElementName{"subchapter", grouping, "subchp"},
    ElementName{"division", grouping, "dvs"},
    ElementName{"subdivision", grouping, "subdvs"},
    ElementName{"article", provision, "art"},
    ElementName{"section", provision, "sec"},
    ElementName{"rule", provision},
    ElementName{"subrule", provision},
    ElementName{"subsection", provision, "subsec"},
    ElementName{"paragraph", provision, "para"},
    ElementName{"subparagraph", provision, "subpara"},
    ElementName{"clause", provision, "cl"},
    ElementName{"subclause", provision, "subcl"},
    ElementName{"alinea", provision, "al"},
    ElementName{"indent", point},
    ElementName{"point", point},
    ElementName{"level", provision, "lvl"},
    ElementName{"proviso", provision},
    ElementName{"sublist", provision},
    ElementName{"transitional", provision},
    ElementName{"hcontainer", provision},
    ElementName{"item", point},
    ElementName{"list", list},
    ElementName{"blockList", list, "list"},
    ElementName{"attachment", attachment, "att"},
    ElementName{"annex", attachment, "att"},
    ElementName{"component", component, "cmp"},
    ElementName{"num", num},
    ElementName{"heading", heading, "hdg"},
    ElementName{"subheading", heading, "shdg"},
    ElementName{"crossHeading", heading, "xhdg"},
    ElementName{"intro", intro},
    ElementName{"listIntroduction", intro, "intro"},
    ElementName{"wrapUp", wrap_up, "wrap"},
    ElementName{"wrap", wrap_up},
    ElementName{"listWrapUp", wrap_up, "wrap"},
    ElementName{"listConclusion", wrap_up, "wrap"},
    ElementName{"continuation", wrap_up},
    ElementName{"p", block, {}, true},
    ElementName{"block", block},
    ElementName{"blockContainer", block},
    ElementName{"container", block},
    ElementName{"tblock", block},
    ElementName{"interstitial", block},
    ElementName{"formula", block},
    ElementName{"longTitle", block},
    ElementName{"recital", block, "rec"},
    ElementName{"recitals", block, "recs"},
    ElementName{"citation", block, "cit"},
    ElementName{"citations", block, "cits"},
    ElementName{"documentRef", block},
    ElementName{"componentRef", block},
    ElementName{"table", block, {}, true},
    ElementName{"caption", block, {}, true},
    ElementName{"thead", block, {}, true},
    ElementName{"tbody", block, {}, true},
    ElementName{"tfoot", block, {}, true},
    ElementName{"tr", table_row, {}, true},
    ElementName{"td", table_cell, {}, true},
    ElementName{"th", table_cell, {}, true},
    ElementName{"col", block, {}, true},
    ElementName{"colgroup", block, {}, true},
    ElementName{"div", block, {}, true},
    ElementName{"blockquote", block, {}, true},
    ElementName{"ol", block, {}, true},
    ElementName{"ul", block, {}, true},
    ElementName{"li", block, {}, true},
    ElementName{"dl", block, {}, true},
    ElementName{"dt", block, {}, true},
    ElementName{"dd", block, {}, true},
    ElementName{"h1", block, {}, true},
    ElementName{"h2", block, {}, true},
    ElementName{"h3", block, {}, true},
    ElementName{"h4", block, {}, true},
    ElementName{"h5", block, {}, true},
    ElementName{"h6", block, {}, true},
    ElementName{"pre", block, {}, true},
    ElementName{"center", block, {}, true},
    ElementName{"span", inline_, {}, true},
    ElementName{"b", inline_, {}, true},
    ElementName{"i", inline_, {}, true},
    ElementName{"u", inline_, {}, true},
    ElementName{"a", inline_, {}, true},
    ElementName{"em", inline_, {}, true},
    ElementName{"strong", inline_, {}, true},
    ElementName{"sup", inline_, {}, true},
    ElementName{"sub", inline_, {}, true},
    ElementName{"abbr", inline_, {}, true},
    ElementName{"font", inline_, {}, true},
    ElementName{"small", inline_, {}, true},
    ElementName{"inline", inline_},
    ElementName{"ins", inline_, {}, true},
    ElementName{"mod", modification},
    ElementName{"mmod", modification},
    ElementName{"rmod", modification},
    ElementName{"quotedText", quoted_text, "qtext"},
    ElementName{"mref", inline_},
    ElementName{"docTitle", inline_},
    ElementName{"shortTitle", inline_},
    ElementName{"docNumber", inline_},
    ElementName{"docDate", inline_},
    ElementName{"docType", inline_},
    ElementName{"docStage", inline_},
    ElementName{"docStatus", inline_},
    ElementName{"docPurpose", inline_},
    ElementName{"docProponent", inline_},
    ElementName{"docAuthority", inline_},
    ElementName{"docIntroducer", inline_},
    ElementName{"docCommittee", inline_},
    ElementName{"docketNumber", inline_},
    ElementName{"docJurisdiction", inline_},
    ElementName{"preparedBy", inline_},
    ElementName{"affectedDocument", inline_},
    ElementName{"relatedDocument", inline_},
    ElementName{"signature", inline_},
    ElementName{"person", inline_},
    ElementName{"role", inline_},
    ElementName{"organization", inline_},
    ElementName{"location", inline_},
    ElementName{"concept", inline_},
    ElementName{"object", inline_},
    ElementName{"event", inline_},
    ElementName{"process", inline_},
    ElementName{"entity", inline_},
    ElementName{"quantity", inline_},
    ElementName{"date", inline_},
    ElementName{"time", inline_},
    ElementName{"session", inline_},
    ElementName{"legislature", inline_},
    ElementName{"omissis", inline_},
    ElementName{"placeholder", inline_},
    ElementName{"fillIn", inline_},
    ElementName{"decoration", inline_},
    ElementName{"neutralCitation", inline_},
    ElementName{"br", line_break, {}, true},
    ElementName{"hr", line_break, {}, true},
    ElementName{"eol", line_break},
    ElementName{"ref", reference},
    ElementName{"rref", reference},
    ElementName{"term", term},
    ElementName{"def", definition},
    ElementName{"quotedStructure", quoted, "qstr"},
    ElementName{"embeddedStructure", quoted, "estr"},
    ElementName{"embeddedText", inline_, "etext"},
    ElementName{"authorialNote", notes},
    ElementName{"noteRef", notes},
    ElementName{"note", notes},
    ElementName{"outOfLine", notes},
    ElementName{"toc", contents},
    ElementName{"tocItem", contents},
    ElementName{"remark", editorial},
    ElementName{"del", editorial},
    ElementName{"eop", furniture},
    ElementName{"marker", furniture},
    ElementName{"img", furniture, {}, true},
    ElementName{"foreign", foreign},
    ElementName{"script", foreign},
    ElementName{"style", foreign},
};

inline constexpr std::size_t slots = 1024;

// The bytes of a short name and NULs behind them; of a longer one, what no name begins with.
using ShortName = std::array<char, Bytes16::size>;
[[nodiscard]] constexpr ShortName short_name(std::string_view name) {
    ShortName bytes{};
    if (name.size() > bytes.size()) bytes.fill('>');
    for (std::size_t i = 0; i < name.size() && name.size() <= bytes.size(); ++i) bytes[i] = name[i];
    return bytes;
}

// By the first eight bytes and the length: few names have both in common.
[[nodiscard]] constexpr std::size_t slot(std::uint64_t beginning, std::size_t length) {
    return static_cast<std::size_t>((beginning + length) * 0x9E37'79B9'7F4A'7C15u >> 54) % slots;
}
[[nodiscard]] constexpr std::size_t slot(std::string_view name) {
    auto const bytes = short_name(name);
    return slot(std::bit_cast<std::array<std::uint64_t, 2>>(bytes)[0], name.size());
}

// Small, so that it stays in the nearest cache.
struct Index {
    std::array<ShortName, all.size()> keys{};
    std::array<std::uint8_t, slots> rows{};

    constexpr Index() {
        static_assert(all.size() < 256);
        for (std::size_t i = 1; i < all.size(); ++i) {
            keys[i] = short_name(all[i].name);
            auto at = slot(all[i].name);
            while (rows[at] != 0) at = (at + 1) % slots;
            rows[at] = static_cast<std::uint8_t>(i);
        }
    }
};
inline constexpr Index index;

}  // namespace lacuna::akn::element_table

namespace lacuna::akn {

inline ElementName const& element_at(std::uint8_t index) {
    return element_table::all[index];
}

inline std::uint8_t short_element_index(Bytes16 const& local, std::size_t length) {
    using namespace element_table;
    for (auto at = slot(local.half(), length);; at = (at + 1) % slots) {
        auto const row = index.rows[at];
        if (row == 0 || Bytes16::load(index.keys[row].data()).equal(local).all()) return row;
    }
}

}  // namespace lacuna::akn
