#include "match/act_repeals.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "akn/read.hpp"
#include "base/parallel.hpp"
#include "match/act_names.hpp"
#include "match/prepare.hpp"
#include "match/view.hpp"

namespace lacuna::match {
namespace {

struct TitleKey {
    std::string key;   // as key_of
    std::string year;  // empty: none is given
    auto operator<=>(TitleKey const&) const = default;
};

// "1950", as a word of its own.
[[nodiscard]] bool is_year(std::string_view word) {
    return word.size() == 4 && (word.front() == '1' || word.front() == '2') &&
           word.find_first_not_of("0123456789") == std::string_view::npos;
}

[[nodiscard]] std::string_view word_at(ActText const& act, std::uint32_t token) {
    auto const& place = act.text.tokens[token];
    return std::string_view(act.document->text).substr(place.begin, place.length);
}

// The year that stands in a name or right behind it.
[[nodiscard]] std::string year_of(ActText const& act, ActName const& name, std::uint32_t segment_end) {
    auto const end = std::min(name.end + 1, segment_end);
    for (auto at = end; at > name.begin; --at)
        if (auto const word = word_at(act, at - 1); is_year(word)) return std::string(word);
    return {};
}

// The words of one passage that repeals something, with the names of acts in it.
class RepealReader {
  public:
    RepealReader(ActText const& act, std::uint32_t passage, program::KnownConcepts const& known)
        : act_(act), segments_(act.segments_of(act.text.passages[passage])), view_(act, segments_) {
        repeals_ = hits(known.act_repeal);
        if (repeals_.empty()) return;
        openers_ = hits(known.name_opener);
        joiners_ = hits(known.name_joiner);
        lists_ = hits(known.list_word);
        provisions_ = hits(known.provision_name);
        for (auto const segment : segments_)
            if (act.text.segments[segment].body)
                for (auto const& name : read_names(act, segment, known)) names_.push_back(name);
    }

    struct Found {
        ActName name;
        std::uint32_t text_end = 0;  // of the words that say so
    };
    // Those that are repealed as a whole.
    [[nodiscard]] std::vector<Found> repealed() const {
        std::vector<Found> found;
        for (auto const& name : names_) {
            if (!stands_alone(view_.position_of(name.begin))) continue;
            if (auto const end = end_of_repeal(name)) found.push_back({name, *end});
        }
        return found;
    }
    [[nodiscard]] std::string year(ActName const& name) const {
        return year_of(act_, name, end_of_segment(name));
    }

  private:
    [[nodiscard]] Hits hits(ConceptId id) { return act_.code->knows(id) ? view_.concept_hits(id) : Hits(); }
    [[nodiscard]] static bool stands_in(Hits const& hits, std::uint32_t at) {
        return std::any_of(hits.begin(), hits.end(),
                           [&](Hit const& hit) { return hit.begin <= at && at < hit.end; });
    }
    [[nodiscard]] bool in_name(std::uint32_t at) const {
        return std::any_of(names_.begin(), names_.end(), [&](ActName const& name) {
            auto const begin = view_.position_of(name.begin);
            return begin <= at && at < begin + (name.end - name.begin);
        });
    }
    [[nodiscard]] std::uint32_t end_of_segment(ActName const& name) const {
        for (auto const row : segments_) {
            auto const& segment = act_.text.segments[row];
            if (segment.token_begin <= name.begin && name.begin < segment.token_end) return segment.token_end;
        }
        return name.end;
    }
    [[nodiscard]] bool flagged(std::uint32_t at, text::Token::Flag flag) const {
        return (view_.token(at).flags & flag) != 0;
    }
    [[nodiscard]] bool starts_block(std::uint32_t at) const {
        return at == 0 || !view_.same_block(at - 1, at);
    }
    // Nothing but "the" between the name and the start of its clause, or another item of a list: "section 3
    // of the Act" and "the Schedule to the Act" are parts of one.
    [[nodiscard]] bool stands_alone(std::uint32_t at) const {
        auto const opens = [&](std::uint32_t place) {
            return starts_block(place) || flagged(place, text::Token::sentence_start) || opens_clause(place);
        };
        while (!opens(at) && stands_in(openers_, at - 1)) --at;
        return opens(at) || stands_in(lists_, at - 1) || follows_name(at);
    }
    // "Subject to section 8, the Act"; not "section 3 of, and the Schedule to, the Act".
    [[nodiscard]] bool opens_clause(std::uint32_t at) const {
        if (flagged(at, text::Token::after_break)) return true;
        auto const& before = view_.token(at - 1);
        auto const from = before.begin + before.length;
        auto const between = std::string_view(act_.document->text).substr(from, view_.token(at).begin - from);
        return between.find(',') != std::string_view::npos &&
               (!stands_in(joiners_, at - 1) || stands_in(lists_, at - 1));
    }
    // "the Evidence Act, 1950, the Oaths Act, 1951 and …"
    [[nodiscard]] bool follows_name(std::uint32_t at) const {
        while (at > 0 && is_year(word(at - 1))) --at;
        return at > 0 && in_name(at - 1);
    }
    [[nodiscard]] std::string_view word(std::uint32_t at) const {
        auto const& token = view_.token(at);
        return std::string_view(act_.document->text).substr(token.begin, token.length);
    }
    // "(No. 5 of 1950)", "Cap. 80", and the other acts of a list: nothing that is said of the act.
    [[nodiscard]] bool belongs_to_names(std::uint32_t begin, std::uint32_t end) const {
        for (auto at = begin; at < end; ++at) {
            if (stands_in(provisions_, at)) return false;
            bool const number = word(at).find_first_of("0123456789") != std::string_view::npos;
            if (!number && !flagged(at, text::Token::capital) && !in_name(at) && !stands_in(openers_, at) &&
                !stands_in(joiners_, at) && !stands_in(lists_, at))
                return false;
        }
        return true;
    }
    // "The X Act is repealed", or an item of "the following are repealed"; none for what is not repealed.
    [[nodiscard]] std::optional<std::uint32_t> end_of_repeal(ActName const& name) const {
        auto const begin = view_.position_of(name.begin), end = begin + (name.end - name.begin);
        for (auto const& repeal : repeals_) {
            if (repeal.begin >= end && view_.same_sentence(begin, repeal.begin) &&
                belongs_to_names(end, repeal.begin)) {
                auto const& last = view_.token(repeal.end - 1);
                return last.begin + last.length;
            }
            bool const is_item = repeal.end <= begin && !view_.same_block(repeal.end - 1, begin);
            if (is_item && belongs_to_names(end, end + (end_of_segment(name) - name.end)))
                return name.text_end(act_);
        }
        return std::nullopt;
    }

    ActText const& act_;
    std::span<std::uint32_t const> segments_;
    View view_;
    Hits repeals_, openers_, joiners_, lists_, provisions_;
    std::vector<ActName> names_;
};

// How the title of an act calls it: as the names in it, and as a whole.
[[nodiscard]] std::vector<TitleKey> keys_of_title(program::Program const& program, std::string const& title,
                                                  std::string const& language) {
    auto const document = akn::document_from_text("“" + title + "”", language);
    auto const act = Preparer(program).prepare(document, DocumentId(std::size_t{0}), language);
    std::vector<TitleKey> keys{{key_of(title), {}}};
    for (auto const& token : act.text.tokens)
        if (auto const word = std::string_view(document.text).substr(token.begin, token.length);
            is_year(word))
            keys.front().year = word;
    if (act.code == nullptr) return keys;
    for (std::uint32_t row = 0; row < act.text.segments.size(); ++row)
        for (auto const& name : read_names(act, row, program.known))
            keys.push_back({key_of(name.words(act)), keys.front().year});
    return keys;
}

[[nodiscard]] std::string date_of(akn::Document const& document) {
    auto const& date = document.meta.date_work;
    return date.size() >= 4 ? date.substr(0, 10) : std::string();
}

// A name without a year is that of the act; one with a year only where that is the act's, by its title or by
// its date.
[[nodiscard]] bool names(TitleKey const& name, std::vector<TitleKey> const& titles,
                         akn::Document const& document) {
    return std::any_of(titles.begin(), titles.end(), [&](TitleKey const& title) {
        if (title.key != name.key) return false;
        return name.year.empty() || name.year == title.year ||
               (title.year.empty() && name.year == date_of(document).substr(0, 4));
    });
}

struct Repealed {
    TitleKey name;
    ActRepeal row;  // the act is not known yet
};

[[nodiscard]] std::vector<Repealed> read_repeals(ActContext const& context,
                                                 program::KnownConcepts const& known) {
    std::vector<Repealed> found;
    auto const& act = context.text;
    if (act.code == nullptr || !act.code->knows(known.act_repeal)) return found;
    if (act.document->meta.document_type == "bill") return found;  // not yet
    std::vector<std::uint32_t> passages;
    for (auto const segment : act.segments_with(known.act_repeal))
        for (auto const passage : context.passages_of(segment)) passages.push_back(passage);
    std::sort(passages.begin(), passages.end());
    passages.erase(std::unique(passages.begin(), passages.end()), passages.end());
    for (auto const passage : passages) {
        auto const leaf = act.text.passages[passage].leaf;
        auto const& unit = act.text.units[act.unit_of_passage[passage]];
        auto const place = leaf.valid() ? leaf : unit.provision;
        auto const& provision = act.document->at(place);
        if (provision.force != akn::Force::in_force || provision.quoted) continue;
        RepealReader const reader(act, passage, known);
        for (auto const& [name, end] : reader.repealed())
            found.push_back({{key_of(name.words(act)), reader.year(name)},
                             {DocumentId(), act.id, place, name.text_begin(act), end}});
    }
    return found;
}

}  // namespace

std::vector<ActRepeal> act_repeals(SetText const& set, unsigned threads) {
    std::vector<std::vector<Repealed>> by_act(set.acts.size());
    for_each_row(by_act.size(), threads, [&](std::size_t, std::size_t row) {
        by_act[row] = read_repeals(*set.acts[row], set.program->known);
    });
    std::map<DocumentId, ActRepeal> repeals;
    std::map<DocumentId, std::vector<TitleKey>> titles;
    for (auto& rows : by_act)
        for (auto& [name, found] : rows) {
            found.by = set.document_of(found.by);
            auto const made = date_of(*set.acts[found.by.index()]->text.document);
            for (std::size_t row = 0; row < set.documents(); ++row) {
                auto const& act = set.acts[row]->text;
                if (act.id == found.by || act.code == nullptr) continue;
                auto const other = date_of(*act.document);
                if (!made.empty() && !other.empty() && made < other) continue;
                auto& keys = titles[act.id];
                if (keys.empty())
                    keys = keys_of_title(*set.program, act.document->meta.title, act.code->language);
                if (!names(name, keys, *act.document)) continue;
                found.act = act.id;
                repeals.try_emplace(act.id, found);
            }
        }
    std::vector<ActRepeal> all;
    for (auto const& [id, row] : repeals) all.push_back(row);
    return all;
}

}  // namespace lacuna::match
