#include "match/citations.hpp"

#include <algorithm>
#include <numeric>

#include "base/sort_unique.hpp"
#include "match/view.hpp"

namespace lacuna::match {
namespace {

constexpr std::size_t most_cited = 64;               // numbers of one citation
constexpr std::uint32_t most_passages_of_intro = 8;  // passages that an introduction is quoted in

[[nodiscard]] bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

[[nodiscard]] bool is_plain(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) {
        return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
}

// Walks over the words of a citation, with the characters between them.
class Cursor {
  public:
    Cursor(ActText const& act, std::uint32_t at, std::uint32_t end) : act_(act), at_(at), end_(end) {}

    [[nodiscard]] std::uint32_t at() const { return at_; }
    [[nodiscard]] bool done() const { return at_ >= end_; }
    [[nodiscard]] std::string_view word() const {
        auto const& token = act_.text.tokens[at_];
        return std::string_view(act_.document->text).substr(token.begin, token.length);
    }
    [[nodiscard]] std::string_view before() const {  // characters between the word and the one before
        if (at_ == 0) return {};
        auto const& last = act_.text.tokens[at_ - 1];
        auto const begin = last.begin + last.length;
        return std::string_view(act_.document->text).substr(begin, act_.text.tokens[at_].begin - begin);
    }
    void next() { ++at_; }

  private:
    ActText const& act_;
    std::uint32_t at_, end_;
};

[[nodiscard]] bool opens(std::string_view between) {
    return !between.empty() && between.back() == '(';
}

}  // namespace

std::string plain_number(std::string_view num) {
    std::string plain;
    for (char const c : num) {
        bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (is_digit(c) || (letter && !plain.empty()))
            plain.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
        else if (c == '-' && !plain.empty())
            plain.push_back('-');
        else if (c == ' ' && !plain.empty() && !is_digit(plain.back()))
            break;
    }
    while (!plain.empty() && plain.back() == '-') plain.pop_back();
    if (!plain.empty()) return plain;
    for (char const c : num)  // letters only: "(a)", "(iv)"
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
            plain.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    return plain;
}

Citations::Citations(ActText const& act, PlaceIndex const& places, program::KnownConcepts const& known)
    : act_(act), places_(places) {
    if (act.code == nullptr) return;
    // Of two of the same number that with words: the other may be in another language.
    for (bool const with_words : {true, false})
        for (std::uint32_t unit = 0; unit < act.text.units.size(); ++unit) {
            auto const& row = act.text.units[unit];
            if (!row.provision.valid() || (row.passage_begin < row.passage_end) != with_words) continue;
            auto const number = plain_number(act.document->at(row.provision).num);
            if (!number.empty()) unit_by_number_.try_emplace(number, unit);
        }
    find_passages();
    for (auto const segment : act.segments_with(known.provision_name)) read_segment(segment, known);
    for (auto const segment : act.segments_with(known.reference_to_any))
        read_general_clause(segment, known.reference_to_any);
    read_references();
    index();
}

void Citations::find_passages() {
    auto const& text = act_.text;
    std::vector<std::uint32_t> count(text.segments.size());
    for (auto const segment : text.passage_segments)
        if (count[segment] < most_passages_of_intro) ++count[segment];
    passage_begin_.resize(count.size() + 1);
    std::partial_sum(count.begin(), count.end(), passage_begin_.begin() + 1);
    passages_.resize(passage_begin_.back());
    for (std::uint32_t passage = 0; passage < text.passages.size(); ++passage)
        for (auto const segment : act_.segments_of(text.passages[passage]))
            if (auto& left = count[segment]; left > 0)
                passages_[passage_begin_[segment + 1] - left--] = passage;
}

void Citations::read_segment(std::uint32_t segment, program::KnownConcepts const& known) {
    auto const& place = act_.text.segments[segment];
    auto view = View::of_segment(places_, segment);
    auto const starts = [&](ConceptId id,
                            std::uint32_t token) -> std::uint32_t {  // words of a hit that starts there
        if (!id.valid()) return 0;
        for (auto const& hit : view.concept_hits(id))
            if (place.token_begin + hit.begin == token) return hit.end - hit.begin;
        return 0;
    };
    for (auto const& name : view.concept_hits(known.provision_name)) {
        Cursor cursor(act_, place.token_begin + name.end, place.token_end);
        Citation citation{segment, place.token_begin + name.begin, 0, {}, {}};
        std::string last, missing;
        bool range = false;
        for (std::size_t count = 0; !cursor.done() && count < most_cited; ++count) {
            if (!is_digit(cursor.word().front())) {
                auto const to = starts(known.range_word, cursor.at());
                auto const list = to > 0 ? to : starts(known.list_word, cursor.at());
                if (list == 0 || last.empty()) break;
                range = to > 0;
                for (std::uint32_t i = 0; i < list; ++i) cursor.next();
                if (cursor.done() || !is_digit(cursor.word().front())) break;
            }
            Target target{plain_number(cursor.word()), {}};
            bool plain = is_plain(cursor.word());  // "222-13,225-1" and "45 142" may be two numbers
            cursor.next();
            while (!cursor.done() && !opens(cursor.before()) && cursor.before() == "-") {
                plain = plain && is_plain(cursor.word());
                target.number += "-" + plain_number(cursor.word());  // 323-1
                cursor.next();
            }
            while (!cursor.done() && opens(cursor.before())) {
                target.points.push_back(plain_number(cursor.word()));
                cursor.next();
            }
            if (range) resolve_range(last, target.number, citation);
            resolve(target, citation);
            if (plain && !unit_by_number_.contains(target.number)) missing = target.number;
            last = target.number;
            range = false;
            citation.token_end = cursor.at();
        }
        bool const quoted = place.provision.valid() && act_.document->at(place.provision).quoted;
        if (!missing.empty() && !quoted && starts(known.this_instrument, citation.token_end) > 0)
            dangling_.push_back({citation.token_begin, citation.token_end, std::move(missing)});
        if (citation.units.empty()) continue;
        // Words such as "of the … Act" right after the numbers point elsewhere.
        if (starts(known.other_instrument, citation.token_end) > 0 &&
            starts(known.this_instrument, citation.token_end) == 0)
            continue;
        all_.push_back(std::move(citation));
    }
}

void Citations::read_general_clause(std::uint32_t segment, ConceptId clause) {
    if (!View::of_segment(places_, segment).concept_hits(clause).empty()) general_.push_back(segment);
}

void Citations::read_references() {
    auto const& tokens = act_.text.tokens;
    std::unordered_map<std::uint32_t, std::uint32_t> unit_of_provision;
    for (std::uint32_t unit = 0; unit < act_.text.units.size(); ++unit)
        unit_of_provision.emplace(act_.text.units[unit].provision.value, unit);
    for (auto const& reference : act_.document->references) {
        if (!reference.target.valid() || reference.document.valid()) continue;
        auto const unit = unit_of_provision.find(act_.document->unit_of(reference.target).value);
        auto const first = std::lower_bound(
            tokens.begin(), tokens.end(), reference.text_begin,
            [](text::Token const& token, std::uint32_t begin) { return token.begin < begin; });
        if (unit == unit_of_provision.end() || first == tokens.end()) continue;
        auto const begin = static_cast<std::uint32_t>(first - tokens.begin());
        auto const segment =
            std::upper_bound(act_.text.segments.begin(), act_.text.segments.end(), begin,
                             [](std::uint32_t at, text::Segment const& row) { return at < row.token_end; });
        if (segment == act_.text.segments.end()) continue;
        Citation citation{
            static_cast<std::uint32_t>(segment - act_.text.segments.begin()), begin, begin + 1, {}, {}};
        add_unit(unit->second, {}, citation);
        all_.push_back(std::move(citation));
    }
}

void Citations::resolve(Target const& target, Citation& into) {
    if (auto const unit = unit_by_number_.find(target.number); unit != unit_by_number_.end())
        add_unit(unit->second, target.points, into);
}

void Citations::resolve_range(std::string const& from, std::string const& to, Citation& into) {
    auto const first = unit_by_number_.find(from), last = unit_by_number_.find(to);
    if (first == unit_by_number_.end() || last == unit_by_number_.end()) return;
    for (auto unit = first->second + 1; unit < last->second; ++unit) add_unit(unit, {}, into);
}

std::string const& Citations::number_of(ProvisionId provision) {
    auto const [row, fresh] = numbers_.try_emplace(provision.value);
    if (fresh) row->second = plain_number(act_.document->at(provision).num);
    return row->second;
}

// Whether the numbers on the way from the unit down to the passage begin with the points.
bool Citations::is_below(std::uint32_t passage, ProvisionId unit, std::vector<std::string> const& points) {
    auto const leaf = act_.text.passages[passage].leaf;
    path_.clear();
    for (auto at = leaf; at.valid() && at != unit; at = act_.document->at(at).parent)
        if (auto const& number = number_of(at); !number.empty()) path_.push_back(&number);
    return points.size() <= path_.size() &&
           std::equal(points.begin(), points.end(), path_.rbegin(),
                      [](std::string const& point, std::string const* number) { return point == *number; });
}

// All passages of the unit, or those below the point that is cited, if it is there.
void Citations::add_unit(std::uint32_t unit, std::vector<std::string> const& points, Citation& into) {
    auto const& row = act_.text.units[unit];
    into.units.push_back(unit);
    auto const before = into.passages.size();
    for (auto passage = row.passage_begin; passage < row.passage_end && !points.empty(); ++passage)
        if (is_below(passage, row.provision, points)) into.passages.push_back(passage);
    if (into.passages.size() > before) return;
    for (auto passage = row.passage_begin; passage < row.passage_end; ++passage)
        into.passages.push_back(passage);
}

void Citations::index() {
    by_segment_.resize(act_.text.segments.size());
    by_unit_.resize(act_.text.units.size());
    for (std::uint32_t row = 0; row < all_.size(); ++row) {
        sort_unique(all_[row].passages);
        sort_unique(all_[row].units);
        by_segment_[all_[row].segment].push_back(row);
        for (auto const unit : all_[row].units) by_unit_[unit].push_back(row);
    }
}

std::vector<std::uint32_t> Citations::in(std::span<std::uint32_t const> segments) const {
    std::vector<std::uint32_t> rows;
    if (by_segment_.empty()) return rows;
    for (auto const segment : segments)
        rows.insert(rows.end(), by_segment_[segment].begin(), by_segment_[segment].end());
    sort_unique(rows);
    return rows;
}

std::vector<std::uint32_t> Citations::cited_from(std::span<std::uint32_t const> segments) const {
    std::vector<std::uint32_t> passages;
    for (auto const row : in(segments))
        passages.insert(passages.end(), all_[row].passages.begin(), all_[row].passages.end());
    sort_unique(passages);
    return passages;
}

std::vector<std::uint32_t> Citations::citing(std::uint32_t unit) const {
    std::vector<std::uint32_t> passages;
    if (by_unit_.empty()) return passages;
    auto const add = [&](std::uint32_t segment) {
        passages.insert(passages.end(), passages_.begin() + passage_begin_[segment],
                        passages_.begin() + passage_begin_[segment + 1]);
    };
    for (auto const row : by_unit_[unit]) add(all_[row].segment);
    for (auto const segment : general_) add(segment);
    sort_unique(passages);
    return passages;
}

}  // namespace lacuna::match
