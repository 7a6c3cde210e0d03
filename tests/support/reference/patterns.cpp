#include "support/reference/patterns.hpp"

#include <algorithm>
#include <sstream>

namespace lacuna::test::reference {
namespace {

using Kind = dsl::Pattern::Kind;

[[nodiscard]] bool may_be_absent(dsl::Pattern const& pattern) {
    auto const& children = pattern.children;
    return pattern.optional ||
           (pattern.kind == Kind::alternatives &&
            std::any_of(children.begin(), children.end(), may_be_absent)) ||
           (pattern.kind == Kind::sequence && std::all_of(children.begin(), children.end(), may_be_absent));
}

[[nodiscard]] bool only_words(dsl::Pattern const& pattern) {
    auto const& children = pattern.children;
    bool const words = pattern.kind == Kind::words || pattern.kind == Kind::exact;
    bool const holds = pattern.kind == Kind::sequence || pattern.kind == Kind::alternatives;
    return pattern.bind.empty() && (words || holds) &&
           std::all_of(pattern.gaps.begin(), pattern.gaps.end(), [](auto gap) { return gap == 0; }) &&
           std::all_of(children.begin(), children.end(), only_words);
}

[[nodiscard]] bool share_a_word(Place const& a, Place const& b) {
    return a.begin < b.end && b.begin < a.end;
}

}  // namespace

Words words_of(text::StatuteText const& text, text::Vocabulary const& vocabulary,
               std::vector<std::uint32_t> const& segments) {
    Words words;
    std::size_t sentence = 0, block = 0;
    for (auto const row : segments) {
        auto const& segment = text.segments[row];
        for (auto at = segment.token_begin; at < segment.token_end; ++at) {
            auto const& token = text.tokens[at];
            if (at > segment.token_begin && (token.flags & text::Token::sentence_start) != 0) ++sentence;
            auto const& info = vocabulary.info(token.word);
            words.push_back({std::string(vocabulary.spelling(token.word)),
                             std::string(vocabulary.spelling(info.stem)),
                             info.number,
                             sentence,
                             block,
                             {}});
        }
        ++block;
        if (segment.ends_sentence) ++sentence;
    }
    return words;
}

Words words_of(match::ActText const& act, std::vector<std::string> const& concepts,
               std::vector<std::uint32_t> const& segments) {
    auto words = words_of(act.text, *act.vocabulary, segments);
    std::size_t before = 0;
    for (auto const row : segments) {
        auto const& segment = act.text.segments[row];
        for (auto const& use : act.terms.uses())
            if (use.begin >= segment.token_begin && use.end <= segment.token_end)
                for (auto const id : act.terms.meanings()[use.meaning].concepts)
                    words[before + use.begin - segment.token_begin].means.emplace(concepts[id.index()],
                                                                                  use.end - use.begin);
        before += segment.token_end - segment.token_begin;
    }
    return words;
}

std::vector<Patterns::Wanted> const& Patterns::wanted(std::string const& text, bool exact) const {
    auto const [row, fresh] = wanted_.try_emplace({text, exact});
    if (!fresh) return row->second;
    text::Vocabulary vocabulary(language_);
    std::istringstream pieces(text);
    for (std::string piece; pieces >> piece;) {
        bool const prefix = piece.size() > 1 && piece.back() == '*';
        if (prefix) piece.pop_back();
        for (auto const word : text::words_of(piece, vocabulary)) {
            std::string const spelling(vocabulary.spelling(word));
            std::string const stem(vocabulary.spelling(vocabulary.info(word).stem));
            row->second.push_back(exact ? Wanted{spelling, Wanted::By::spelling}
                                        : Wanted{stem, Wanted::By::stem});
            if (prefix) row->second.back() = {spelling, Wanted::By::prefix};
        }
    }
    return row->second;
}

bool Patterns::is(Wanted const& wanted, Word const& word) {
    switch (wanted.by) {
        case Wanted::By::stem:
            return word.stem == wanted.text;
        case Wanted::By::spelling:
            return word.spelling == wanted.text;
        case Wanted::By::prefix:
            break;
    }
    return word.spelling.starts_with(wanted.text);
}

bool Patterns::is_phrase(std::vector<Wanted> const& wanted, Words const& words, std::size_t begin) {
    if (wanted.empty() || begin + wanted.size() > words.size()) return false;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        auto const& word = words[begin + i];
        bool const together = word.sentence == words[begin].sentence && word.block == words[begin].block;
        if (!together || !is(wanted[i], word)) return false;
    }
    return true;
}

Patterns::Patterns(dsl::Pack const& pack, std::string language)
    : pack_(pack), language_(std::move(language)) {}

dsl::Concept const* Patterns::find(std::string const& name) const {
    for (auto const& file : pack_.files)
        for (auto const& declared : file.concepts)
            if (declared.name.text == name && declared.language == language_) return &declared;
    return nullptr;
}

Places Patterns::places(std::string const& name, Words const& words) const {
    auto const* declared = find(name);
    return declared ? places(*declared, words) : Places();
}

Places Patterns::phrase(std::string const& text, bool exact, Words const& words) const {
    Places found;
    auto const& phrase = wanted(text, exact);
    for (std::size_t begin = 0; begin < words.size(); ++begin)
        if (is_phrase(phrase, words, begin)) found.insert({begin, begin + phrase.size(), {}, 0});
    return found;
}

Places Patterns::every(dsl::Concept const& of, Words const& words, bool shortest) const {
    Places found, unwanted;
    for (std::size_t begin = 0; begin < words.size(); ++begin) {
        for (auto const& step : shortest ? nearest(of.pattern, words, begin) : from(of.pattern, words, begin))
            if (step.end > begin) found.insert({begin, step.end, step.bind, step.value});
        if (!of.but_not) continue;
        for (auto const& step : nearest(*of.but_not, words, begin))
            if (step.end > begin) unwanted.insert({begin, step.end, {}, 0});
    }
    add_defined(of.name.text, words, found);
    std::erase_if(found, [&](Place const& place) {
        return std::any_of(unwanted.begin(), unwanted.end(),
                           [&](Place const& other) { return share_a_word(place, other); });
    });
    return found;
}

// Terms that mean the concept, but where its own words stand.
void Patterns::add_defined(std::string const& name, Words const& words, Places& found) {
    Places defined;
    for (std::size_t begin = 0; begin < words.size(); ++begin)
        for (auto const& [concept_name, count] : words[begin].means)
            if (concept_name == name) defined.insert({begin, begin + count, {}, 0});
    std::erase_if(defined, [&](Place const& place) {
        return std::any_of(found.begin(), found.end(),
                           [&](Place const& other) { return share_a_word(place, other); });
    });
    found.merge(defined);
}

Places Patterns::places(dsl::Concept const& of, Words const& words) const {
    return every(of, words, true);
}

// A sequence that is more than words in a row ends as soon as it can; all alternatives count.
Patterns::Steps Patterns::nearest(dsl::Pattern const& pattern, Words const& words, std::size_t begin) const {
    Steps steps;
    if (only_words(pattern)) {
        steps = from(pattern, words, begin);
    } else if (pattern.kind == Kind::alternatives) {
        for (auto const& child : pattern.children) steps.merge(nearest(child, words, begin));
    } else if (pattern.kind == Kind::reference) {
        for (auto const& place : places(pattern.text, words))
            if (place.begin == begin) steps.insert({place.end, place.bind, place.value});
    } else {
        steps = from_bare(pattern, words, begin);
        std::erase_if(steps, [&](Step const& step) { return step.end == begin; });
        if (pattern.kind == Kind::sequence && !steps.empty()) steps = {*steps.begin()};
    }
    return pattern.bind.empty() ? steps : named(steps, pattern.bind);
}

// Everywhere the pattern can end when it begins at a word; an optional pattern can end where it begins.
Patterns::Steps Patterns::from(dsl::Pattern const& pattern, Words const& words, std::size_t begin) const {
    auto steps = from_bare(pattern, words, begin);
    if (!pattern.bind.empty()) steps = named(steps, pattern.bind);
    if (pattern.optional) steps.insert({begin, {}, 0});
    return steps;
}

Patterns::Steps Patterns::named(Steps const& steps, std::string const& bind) {
    Steps all;
    for (auto const& step : steps) all.insert({step.end, bind, step.value});
    return all;
}

Patterns::Steps Patterns::from_bare(dsl::Pattern const& pattern, Words const& words,
                                    std::size_t begin) const {
    Steps steps;
    switch (pattern.kind) {
        case Kind::words:
        case Kind::exact: {
            auto const& phrase = wanted(pattern.text, pattern.kind == Kind::exact);
            if (is_phrase(phrase, words, begin)) steps.insert({begin + phrase.size(), {}, 0});
            return steps;
        }
        case Kind::reference:
            for (auto const& place : every(*find(pattern.text), words, false))
                if (place.begin == begin) steps.insert({place.end, place.bind, place.value});
            return steps;
        case Kind::number:
            if (begin < words.size() && words[begin].number >= 0)
                steps.insert({begin + 1, {}, words[begin].number});
            return steps;
        case Kind::duration:
            return quantity(dsl::Quantity::Kind::duration, words, begin);
        case Kind::money:
            return quantity(dsl::Quantity::Kind::money, words, begin);
        case Kind::sequence:
            follow(pattern, 0, 0, {begin, {}, 0}, begin, false, words, steps);
            return steps;
        case Kind::alternatives:
            for (auto const& child : pattern.children) steps.merge(from(child, words, begin));
            return steps;
        case Kind::date:
            break;  // examples test it
    }
    return steps;
}

// `gap` words may stand before the child; before the first word of the sequence none may.
void Patterns::follow(dsl::Pattern const& sequence, std::size_t child, std::size_t gap, Step const& step,
                      std::size_t begin, bool started, Words const& words, Steps& into) const {
    if (child == sequence.children.size()) {
        into.insert(step);
        return;
    }
    auto const next_gap = child < sequence.gaps.size() ? sequence.gaps[child] : 0;
    auto const& pattern = sequence.children[child];
    if (may_be_absent(pattern))
        follow(sequence, child + 1, gap + next_gap, step, begin, started, words, into);
    for (std::size_t at = step.end; at < words.size() && at <= step.end + (started ? gap : 0); ++at) {
        if (words[at].sentence != words[begin].sentence) break;
        if (started && gap == 0 && words[at].block != words[at - 1].block) break;
        for (auto const& reached : from(pattern, words, at)) {
            if (reached.end == at) continue;  // left out above
            auto const& named = reached.bind.empty() ? step : reached;
            follow(sequence, child + 1, next_gap, {reached.end, named.bind, named.value}, begin, true, words,
                   into);
        }
    }
}

// A number and a unit with at most one word between, in either order for money; or a unit that stands alone.
std::vector<Patterns::Amount> Patterns::amounts(dsl::Quantity::Kind kind, Words const& words) const {
    std::vector<Amount> all;
    auto const sentence = [&](std::size_t at) { return words[at].sentence; };
    auto const number = [&](std::size_t at, std::size_t beside) {
        return at < words.size() && words[at].number >= 0 && sentence(at) == sentence(beside);
    };
    for (auto const& file : pack_.files)
        for (auto const& declared : file.quantities)
            for (auto const& unit : declared.words) {
                if (declared.kind != kind || declared.language != language_) continue;
                for (auto const& place : phrase(unit.words.value, false, words)) {
                    auto const first = place.begin, last = place.end;
                    Amount found{first, last, 1, unit, true};
                    if (first >= 1 && number(first - 1, first))
                        found = {first - 1, last, words[first - 1].number, unit, true};
                    else if (first >= 2 && number(first - 2, first))
                        found = {first - 2, last, words[first - 2].number, unit, true};
                    else if (kind == dsl::Quantity::Kind::money && number(last, first))
                        found = {first, last + 1, words[last].number, unit, true};
                    else if (kind == dsl::Quantity::Kind::money && number(last + 1, first))
                        found = {first, last + 2, words[last + 1].number, unit, true};
                    else
                        found.counted = false;
                    if (found.counted || unit.factor > 1) all.push_back(found);
                }
            }
    std::sort(all.begin(), all.end(), [](Amount const& a, Amount const& b) {
        return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
    });
    return all;
}

double Patterns::Amount::days() const {
    return unit.unit == dsl::Unit::none ? count * unit.factor : dsl::days_of(count * unit.factor, unit.unit);
}

// Durations that go on in a smaller unit are one: "life and two years" (the units of the random rules are
// years).
Patterns::Steps Patterns::quantity(dsl::Quantity::Kind kind, Words const& words, std::size_t begin) const {
    Steps steps;
    auto const all = amounts(kind, words);
    for (std::size_t row = 0; row < all.size();) {
        auto last = all[row];
        auto value = last.days();
        auto const from = last.begin;
        bool first = true;
        for (++row; row < all.size(); ++row) {
            auto const& next = all[row];
            auto const unit_days = [](Amount const& one) {
                return dsl::days_of(one.unit.factor, one.unit.unit);
            };
            if (kind == dsl::Quantity::Kind::money || unit_days(next) >= unit_days(last)) break;
            if (next.begin < last.end || words[next.begin].sentence != words[from].sentence) break;
            auto const between = next.begin - last.end;
            bool const by_word = between == 1 && words[last.end].spelling == "and";
            if (!next.counted || !(by_word || (between == 0 && (last.counted || !first)))) break;
            value += next.days();
            last = next;
            first = false;
        }
        if (from == begin) steps.insert({last.end, {}, value});
    }
    return steps;
}

}  // namespace lacuna::test::reference
