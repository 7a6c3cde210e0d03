#include <algorithm>
#include <cstring>

#include "akn/points.hpp"

namespace lacuna::akn {
namespace {

// What stands before a marker.
enum class Border : std::uint8_t {
    none,    // running text: a citation
    joined,  // a comma, or a joining word after a comma or semicolon
    clause,  // the end of a clause
    start,   // the start of the block
};

struct Candidate {
    std::uint32_t begin = 0, end = 0;  // of the marker, in Document::text
    Marker marker;
    Border border = Border::none;
    bool banned = false;
};

[[nodiscard]] bool alphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

[[nodiscard]] bool strip_end(std::string_view& text, std::string_view end) {
    if (!text.ends_with(end)) return false;
    text.remove_suffix(end.size());
    return true;
}

void strip_blanks(std::string_view& text) {
    while (strip_end(text, " ") || strip_end(text, "\xC2\xA0")) {
    }
}

// Brackets and quotation marks that open before a marker, and the number of a footnote before those: "1 [(".
void strip_openers(std::string_view& text) {
    bool opened = false;
    while (strip_end(text, "[") || strip_end(text, "“") || strip_end(text, "\"") || strip_end(text, "‘"))
        opened = true;
    strip_blanks(text);
    if (!opened) return;
    auto without = text;
    while (!without.empty() && without.back() >= '0' && without.back() <= '9') without.remove_suffix(1);
    if (without.empty() || without.back() == ' ') text = without;
    strip_blanks(text);
}

// Looks like a semicolon, and stands for one in some converted texts.
constexpr char const* greek_question_mark = "\xCD\xBE";

[[nodiscard]] bool ends_clause(std::string_view text) {
    for (auto const* const end :
         {".", ";", ":", "—", "–", "-", "―", "_", "?", "]", "；", "：", greek_question_mark})
        if (text.ends_with(end)) return true;
    return false;
}

[[nodiscard]] Border border_after(std::string_view before) {
    strip_blanks(before);
    strip_openers(before);
    if (before.empty()) return Border::start;
    if (ends_clause(before)) return Border::clause;
    if (before.ends_with(',')) return Border::joined;
    // "…; or (b)": one short word behind a comma or semicolon.
    constexpr std::size_t longest_word = 6;
    auto const space = before.rfind(' ');
    if (space == std::string_view::npos || before.size() - space - 1 > longest_word) return Border::none;
    before = before.substr(0, space);
    strip_blanks(before);
    bool const joined =
        before.ends_with(',') || before.ends_with(';') || before.ends_with(greek_question_mark);
    return joined ? Border::joined : Border::none;
}

// The marker whose closing bracket stands at `close`.
[[nodiscard]] std::optional<Marker> marker_ending_at(std::string_view text, std::size_t close) {
    auto at = close;
    if (at > 0 && text[at - 1] == ' ') --at;
    while (at > 0 && close - at < 9 && alphanumeric(text[at - 1])) --at;
    auto open = at;
    if (open > 0 && text[open - 1] == ' ') --open;
    if (open > 0 && text[open - 1] == '(') return marker_at(text.substr(open - 1));
    if (at > 0 && text[at - 1] != ' ') return std::nullopt;
    auto const marker = marker_at(text.substr(at));
    return marker && marker->value.size() <= 4 ? marker : std::nullopt;
}

class Finder {
  public:
    Finder(Document const& document, std::vector<std::uint32_t> const& blocks) : document_(document) {
        for (auto const block : blocks) scan(document.blocks[block]);
    }

    std::vector<Cut> run() {
        drop_citations();
        constexpr int tries = 8;
        for (int i = 0; i < tries && candidates_.size() > 1; ++i)
            if (attempt()) return std::move(cuts_);
        return {};
    }

  private:
    void scan(Block const& block) {
        auto const text = document_.text_of(block);
        if (auto const dotted = dotted_marker_at(text)) add(block, text, 0, *dotted);
        for (std::size_t at = 0; (at = text.find(')', at)) != std::string_view::npos; ++at)
            if (auto const marker = marker_ending_at(text, at))
                add(block, text, static_cast<std::size_t>(marker->text.data() - text.data()), *marker);
        scan_dotted(block, text);
    }

    // "…: I. one; II. two": only behind a colon, a semicolon or another end of a clause.
    void scan_dotted(Block const& block, std::string_view text) {
        if (text.find(':') == std::string_view::npos) return;
        auto const before = candidates_.size();
        for (std::size_t at = 0; (at = text.find(". ", at)) != std::string_view::npos; ++at) {
            auto begin = at;
            while (begin > 0 && alphanumeric(text[begin - 1])) --begin;
            if (begin == at || begin < 2 || text[begin - 1] != ' ') continue;
            if (auto const marker = dotted_marker_at(text.substr(begin))) add(block, text, begin, *marker);
        }
        if (candidates_.size() > before)
            std::sort(candidates_.begin(), candidates_.end(),
                      [](Candidate const& a, Candidate const& b) { return a.begin < b.begin; });
    }

    void add(Block const& block, std::string_view text, std::size_t at, Marker const& marker) {
        Candidate found;
        found.begin = block.begin + static_cast<std::uint32_t>(at);
        found.end = found.begin + static_cast<std::uint32_t>(marker.text.size());
        found.marker = marker;
        found.border = border_after(text.substr(0, at));
        if (at > 0 && marker.style == Marker::Style::closed && found.border == Border::joined)
            found.border = Border::none;
        auto rest = text.substr(at + marker.text.size());
        while (rest.starts_with(' ')) rest.remove_prefix(1);
        bool const follows = !rest.empty() && std::strchr(",;.):", rest[0]) == nullptr;
        if (!follows) found.border = Border::none;
        candidates_.push_back(found);
    }

    [[nodiscard]] std::string_view between(Candidate const& a, Candidate const& b) const {
        auto gap = std::string_view(document_.text).substr(a.end, b.begin - a.end);
        while (gap.starts_with(' ')) gap.remove_prefix(1);
        strip_blanks(gap);
        return gap;
    }

    // "(a) or (b)", "(1), (2) and (3)", "3(1)(a)": markers side by side in running text.
    void drop_citations() {
        constexpr std::size_t longest_word = 6;
        for (std::size_t i = 0; i + 1 < candidates_.size(); ++i) {
            auto& here = candidates_[i];
            auto& next = candidates_[i + 1];
            auto const gap = between(here, next);
            if (gap.size() > longest_word || gap.find_first_of("\n;:.\xCD") != std::string_view::npos)
                continue;
            if (!gap.empty() && next.border != Border::clause) here.border = Border::none;
            if (here.border == Border::none && next.border != Border::clause) next.border = Border::none;
        }
        std::erase_if(candidates_, [](Candidate const& c) { return c.border == Border::none; });
    }

    [[nodiscard]] Candidate const* following(std::size_t index) const {
        for (auto i = index + 1; i < candidates_.size(); ++i)
            if (!candidates_[i].banned) return &candidates_[i];
        return nullptr;
    }

    // One way through all candidates. Lists of one member are banned, and the next attempt goes without them.
    [[nodiscard]] bool attempt() {
        Sequence sequence;
        std::vector<std::size_t> open, members, first_of_list, list_of_cut, candidate_of_cut;
        cuts_.clear();
        Candidate const* last = nullptr;
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            auto const& here = candidates_[i];
            if (here.banned) continue;
            auto const* const next = following(i);
            Sequence::Context context;
            context.next = next != nullptr ? &next->marker : nullptr;
            context.text_before = last == nullptr || !between(*last, here).empty();
            context.may_open = here.border >= Border::clause || opens_pair(here, next);
            context.may_restart = here.border >= Border::clause;
            auto const step = sequence.place(here.marker, context);
            if (!step) continue;
            last = &here;
            open.resize(step->opens ? step->depth : step->depth + 1);
            if (step->opens) {
                open.push_back(members.size());
                members.push_back(0);
            }
            ++members[open.back()];
            list_of_cut.push_back(open.back());
            candidate_of_cut.push_back(i);
            cuts_.push_back({here.begin, here.end - here.begin, static_cast<std::uint32_t>(step->depth),
                             step->counting, step->opens});
        }
        bool good = true;
        for (std::size_t i = 0; i < cuts_.size(); ++i) {
            if (members[list_of_cut[i]] > 1) continue;
            candidates_[candidate_of_cut[i]].banned = true;
            good = false;
        }
        return good;
    }

    // "…, (a) one, (b) two": behind a comma a list opens only when its second point comes next.
    [[nodiscard]] static bool opens_pair(Candidate const& here, Candidate const* next) {
        if (next == nullptr || next->marker.style != here.marker.style) return false;
        auto const first = here.marker.value, second = next->marker.value;
        return (first == "a" && second == "b") || (first == "i" && second == "ii") ||
               (first == "1" && second == "2");
    }

    Document const& document_;
    std::vector<Candidate> candidates_;
    std::vector<Cut> cuts_;
};

}  // namespace

std::vector<Cut> find_points(Document const& document, std::vector<std::uint32_t> const& blocks) {
    return Finder(document, blocks).run();
}

}  // namespace lacuna::akn
