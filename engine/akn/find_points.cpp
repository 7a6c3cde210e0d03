#include "akn/find_points.hpp"

#include <algorithm>
#include <cstring>

namespace lacuna::akn {
namespace {

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
    if (text.empty()) return false;
    if (static_cast<unsigned char>(text.back()) < 0x80) return std::strchr(".;:-_?]", text.back()) != nullptr;
    for (auto const* const end : {"—", "–", "―", "；", "：", greek_question_mark})
        if (text.ends_with(end)) return true;
    return false;
}

// Whether the number of a first point may end so.
[[nodiscard]] bool can_begin(char c) {
    return c == '1' || c == 'a' || c == 'A' || c == 'i' || c == 'I';
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

}  // namespace

std::vector<Cut> const& PointFinder::find(std::string_view text, std::vector<std::uint32_t> const& signs,
                                          std::vector<std::uint32_t> const& blocks) {
    text_ = text;
    signs_ = signs;
    candidates_.clear();
    cuts_.clear();
    if (!may_hold(blocks)) return cuts_;
    hope_ = false;
    std::size_t from = 0;
    for (auto const block : blocks) scan(block, from);
    if (!hope_ || !may_begin()) return cuts_;  // most brackets are citations
    for (auto& candidate : candidates_)
        if (!candidate.known) set_border(candidate);
    drop_citations();
    constexpr int tries = 8;
    for (int i = 0; i < tries && candidates_.size() > 1; ++i)
        if (attempt()) return cuts_;
    cuts_.clear();
    return cuts_;
}

// A look at the signs before any marker is read: a list has two markers, and the first of them ends in a
// letter or number that a list can begin with. Behind a colon anything may come.
bool PointFinder::may_hold(std::vector<std::uint32_t> const& blocks) {
    std::size_t markers = 0, from = 0;
    bool begins = false;
    for (auto const block : blocks) {
        if (auto const dotted = dotted_marker_at(text_of(blocks_[block]))) {
            ++markers;
            begins = begins || can_begin(dotted->value.back());
        }
        for (auto const at : signs_in(blocks_[block], from)) {
            if (text_[at] == ':') return true;
            ++markers;
            auto const before = at > 0 ? text_[at - 1] : ' ';
            begins = begins || before == ' ' || can_begin(before);
        }
    }
    return begins && markers > 1;
}

std::span<std::uint32_t const> PointFinder::signs_in(Block const& block, std::size_t& from) const {
    while (from < signs_.size() && signs_[from] < block.begin) ++from;
    auto const first = from;
    while (from < signs_.size() && signs_[from] < block.end) ++from;
    return signs_.subspan(first, from - first);
}

// Whether there are two markers and a list can begin with one of them: "1", "a" or "i" in a place for it.
bool PointFinder::may_begin() {
    if (candidates_.size() < 2) return false;
    bool begins = false;
    for (auto& candidate : candidates_) {
        if (!can_begin(candidate.marker.value.back())) continue;
        set_border(candidate);
        begins = begins || candidate.border != Border::none;
    }
    return begins;
}

// Hope is in a bracket that closes, a number with a full stop before all, or a list of such behind a colon.
void PointFinder::scan(std::uint32_t block, std::size_t& from) {
    auto const text = text_of(blocks_[block]);
    if (auto const dotted = dotted_marker_at(text)) {
        add(block, 0, *dotted);
        hope_ = true;
    }
    bool colon = false;
    for (auto const sign : signs_in(blocks_[block], from)) {
        auto const at = sign - blocks_[block].begin;
        if (text[at] == ':') {
            colon = true;
            continue;
        }
        if (auto const marker = marker_ending_at(text, at))
            add(block, static_cast<std::size_t>(marker->text.data() - text.data()), *marker);
        hope_ = true;
    }
    if (colon) scan_dotted(block, text);
}

// "…: I. one; II. two": only behind a colon, a semicolon or another end of a clause.
void PointFinder::scan_dotted(std::uint32_t block, std::string_view text) {
    auto colon = text.find(':');
    if (colon == std::string_view::npos) return;
    for (; !hope_ && colon != std::string_view::npos; colon = text.find(':', colon + 1)) {
        auto const rest = text.substr(colon);
        hope_ = rest.starts_with(": I. ") || rest.starts_with(": 1. ");
    }
    auto const before = candidates_.size();
    for (std::size_t at = 0; (at = text.find(". ", at)) != std::string_view::npos; ++at) {
        auto begin = at;
        while (begin > 0 && alphanumeric(text[begin - 1])) --begin;
        if (begin == at || begin < 2 || text[begin - 1] != ' ') continue;
        if (auto const marker = dotted_marker_at(text.substr(begin))) add(block, begin, *marker);
    }
    if (candidates_.size() > before)
        std::sort(candidates_.begin(), candidates_.end(),
                  [](Candidate const& a, Candidate const& b) { return a.begin < b.begin; });
}

void PointFinder::add(std::uint32_t block, std::size_t at, Marker const& marker) {
    Candidate found;
    found.begin = blocks_[block].begin + static_cast<std::uint32_t>(at);
    found.end = found.begin + static_cast<std::uint32_t>(marker.text.size());
    found.block = block;
    found.marker = marker;
    candidates_.push_back(found);
}

PointFinder::Border PointFinder::border_after(std::string_view before) {
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

void PointFinder::set_border(Candidate& candidate) const {
    candidate.known = true;
    auto const& block = blocks_[candidate.block];
    auto const text = text_of(block);
    auto const at = candidate.begin - block.begin;
    candidate.border = border_after(text.substr(0, at));
    if (at > 0 && candidate.marker.style == Marker::Style::closed && candidate.border == Border::joined)
        candidate.border = Border::none;
    auto rest = text.substr(at + candidate.marker.text.size());
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    bool const follows = !rest.empty() && std::strchr(",;.):", rest[0]) == nullptr;
    if (!follows) candidate.border = Border::none;
}

std::string_view PointFinder::between(Candidate const& a, Candidate const& b) const {
    auto gap = text_.substr(a.end, b.begin - a.end);
    while (gap.starts_with(' ')) gap.remove_prefix(1);
    strip_blanks(gap);
    return gap;
}

// "(a) or (b)", "(1), (2) and (3)", "3(1)(a)": markers side by side in running text.
void PointFinder::drop_citations() {
    constexpr std::size_t longest_word = 6;
    for (std::size_t i = 0; i + 1 < candidates_.size(); ++i) {
        auto& here = candidates_[i];
        auto& next = candidates_[i + 1];
        auto const gap = between(here, next);
        if (gap.size() > longest_word || gap.find_first_of("\n;:.\xCD") != std::string_view::npos) continue;
        if (!gap.empty() && next.border != Border::clause) here.border = Border::none;
        if (here.border == Border::none && next.border != Border::clause) next.border = Border::none;
    }
    std::erase_if(candidates_, [](Candidate const& c) { return c.border == Border::none; });
}

PointFinder::Candidate const* PointFinder::following(std::size_t index) const {
    for (auto i = index + 1; i < candidates_.size(); ++i)
        if (!candidates_[i].banned) return &candidates_[i];
    return nullptr;
}

// One way through all candidates. Lists of one member are banned, and the next attempt goes without them.
bool PointFinder::attempt() {
    Sequence sequence;
    cuts_.clear();
    members_.clear();
    counts_.clear();
    open_.clear();
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
        open_.resize(step->opens ? step->depth : step->depth + 1);
        if (step->opens) {
            open_.push_back(counts_.size());
            counts_.push_back(0);
        }
        ++counts_[open_.back()];
        members_.push_back({i, open_.back()});
        cuts_.push_back({here.begin, here.end - here.begin, static_cast<std::uint32_t>(step->depth),
                         step->counting, step->opens});
    }
    return !ban_lonely();
}

bool PointFinder::ban_lonely() {
    bool some = false;
    for (auto const& member : members_) {
        if (counts_[member.list] > 1) continue;
        candidates_[member.candidate].banned = true;
        some = true;
    }
    return some;
}

// "…, (a) one, (b) two": behind a comma a list opens only when its second point comes next.
bool PointFinder::opens_pair(Candidate const& here, Candidate const* next) {
    if (next == nullptr || next->marker.style != here.marker.style) return false;
    auto const first = here.marker.value, second = next->marker.value;
    return (first == "a" && second == "b") || (first == "i" && second == "ii") ||
           (first == "1" && second == "2");
}

}  // namespace lacuna::akn
