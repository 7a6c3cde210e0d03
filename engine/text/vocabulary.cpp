#include "text/vocabulary.hpp"

#include <libstemmer.h>
#include <utility>

#include "text/fold.hpp"
#include "text/language_table.hpp"
#include "text/vocabulary_impl.hpp"

namespace lacuna::text {
namespace {

[[nodiscard]] bool begins_with_digit(std::string_view word) {
    return !word.empty() && word[0] >= '0' && word[0] <= '9';
}

[[nodiscard]] std::uint8_t byte(char c) {
    return static_cast<std::uint8_t>(c);
}

[[nodiscard]] sb_stemmer* open_stemmer(std::string const& language) {
    auto const* row = language_row(language);
    return row ? sb_stemmer_new(std::string(row->stemmer).c_str(), nullptr) : nullptr;
}

}  // namespace

void StemmerDeleter::operator()(sb_stemmer* stemmer) const noexcept {
    sb_stemmer_delete(stemmer);
}

Vocabulary::Impl::Impl(std::string of_language, Respellings respellings)
    : language(std::move(of_language)), spellings(std::move(respellings)), stemmer(open_stemmer(language)) {
    for (auto& [written, read_as] : spellings) {
        written = lower_case(written);
        read_as = lower_case(read_as);
        if (written.front() == '*')
            respelt_ends.set(byte(written.back()));
        else
            respelt_begins.set(byte(written.front()));
    }
}

// Of most words no spelling speaks.
bool Vocabulary::Impl::may_be_respelt(std::string const& lower) const {
    return !lower.empty() &&
           (respelt_begins.test(byte(lower.front())) || respelt_ends.test(byte(lower.back())));
}

// One spelling for all that the language has for a word, so that they have one stem: "*ize" is read as
// "*ise". Short words are left alone: "size" and "prize" do not end so.
std::string Vocabulary::Impl::respelt(std::string const& lower) const {
    constexpr std::size_t least = 3;  // letters beside an ending
    for (auto const& [written, read_as] : spellings) {
        if (written.front() == '*') {
            auto const end = std::string_view(written).substr(1);
            if (lower.size() < end.size() + least || !lower.ends_with(end)) continue;
            return lower.substr(0, lower.size() - end.size()) + read_as.substr(1);
        }
        if (!lower.starts_with(written.front())) continue;  // as a rule the first letter tells
        if (written.back() == '*') {
            auto const begin = std::string_view(written).substr(0, written.size() - 1);
            if (!lower.starts_with(begin)) continue;
            return read_as.substr(0, read_as.size() - 1) + lower.substr(begin.size());
        }
        if (lower == written) return read_as;
    }
    return lower;
}

// Every spelling of a word points to the word of its lower-case spelling.
WordId Vocabulary::Impl::learn(std::string_view surface) {
    auto const lower = lower_case(surface);
    if (lower == surface) return add(lower, without_accents(lower));
    auto const known = surfaces.find(lower);
    auto const id = known != SurfaceTable::absent ? WordId(known) : add(lower, without_accents(lower));
    surfaces.insert(surface, id.value);
    return id;
}

// Stemmers need the accents ("interceptación" loses its ending, "interceptacion" does not), so that a word
// with accents is a word of its own, and its stem is folded afterwards.
WordId Vocabulary::Impl::add(std::string const& lower, std::string const& folded) {
    WordInfo info;
    info.stem = stem_of(lower);
    read_number(info, folded);
    WordId const id(words.size());
    words.push_back(info);
    word_spellings.push_back(folded);
    surfaces.insert(lower, id.value);
    return id;
}

StemId Vocabulary::Impl::stem_of(std::string const& lower) {
    auto stem = may_be_respelt(lower) ? respelt(lower) : lower;
    if (stemmer && !begins_with_digit(lower)) {
        auto const* const bytes = sb_stemmer_stem(
            stemmer.get(), reinterpret_cast<sb_symbol const*>(stem.data()), static_cast<int>(stem.size()));
        if (bytes)
            stem.assign(reinterpret_cast<char const*>(bytes),
                        static_cast<std::size_t>(sb_stemmer_length(stemmer.get())));
    }
    stem = without_accents(stem);
    auto const known = stem_table.find(stem);
    if (known != SurfaceTable::absent) return StemId(known);
    StemId const id(stem_spellings.size());
    stem_table.insert(stem, id.value);
    stem_spellings.push_back(std::move(stem));
    return id;
}

void Vocabulary::Impl::read_number(WordInfo& info, std::string const& folded) {
    if (begins_with_digit(folded)) {
        auto const digits = read_digits(folded, decimal_comma());
        if (digits.length == folded.size()) info.number = digits.value;
        return;
    }
    if (!numbers) numbers = &number_words(language);
    if (!months) months = &month_words(language);
    if (auto const found = months->find(folded); found != months->end()) info.month = found->second;
    auto const found = numbers->find(folded);
    if (found == numbers->end()) return;
    info.number = found->second.value;
    info.number_multiplies = found->second.multiplies;
    info.number_joins = found->second.joins;
}

Vocabulary::Vocabulary(std::string language, Respellings const& respellings)
    : impl_(std::make_unique<Impl>(std::move(language), respellings)) {}
Vocabulary::~Vocabulary() = default;
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;
Vocabulary& Vocabulary::operator=(Vocabulary&&) noexcept = default;

Vocabulary Vocabulary::clone() const {
    Vocabulary copy(impl_->language, impl_->spellings);
    copy.impl_->surfaces = impl_->surfaces;
    copy.impl_->words = impl_->words;
    copy.impl_->word_spellings = impl_->word_spellings;
    copy.impl_->stem_table = impl_->stem_table;
    copy.impl_->stem_spellings = impl_->stem_spellings;
    copy.impl_->numbers = impl_->numbers;
    copy.impl_->months = impl_->months;
    return copy;
}

std::string const& Vocabulary::language() const {
    return impl_->language;
}

WordId Vocabulary::word(std::string_view surface) {
    return impl_->word(surface, surface_key(surface));
}

WordInfo const& Vocabulary::info(WordId id) const {
    return impl_->words[id.index()];
}

std::string_view Vocabulary::spelling(WordId id) const {
    return impl_->word_spellings[id.index()];
}

std::string_view Vocabulary::spelling(StemId id) const {
    return impl_->stem_spellings[id.index()];
}

std::size_t Vocabulary::words() const {
    return impl_->words.size();
}

std::size_t Vocabulary::stems() const {
    return impl_->stem_spellings.size();
}

}  // namespace lacuna::text
