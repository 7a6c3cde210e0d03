// From a place of Document::text back to the bytes of the file. A run says where a piece of text begins in
// the file; inside it the file is read again, with its entities, line ends and blanks.
#include <algorithm>
#include <bit>
#include <cstdlib>

#include "akn/bytes16.hpp"
#include "akn/offsets.hpp"
#include "akn/read.hpp"
#include "base/utf8.hpp"

namespace lacuna::akn {
namespace {

class RawText {
  public:
    RawText(std::string_view raw, std::size_t at, bool plain) : raw_(raw), at_(at) {
        constexpr std::string_view cdata = "<![CDATA[";
        literal_ = plain || (at >= cdata.size() && raw.substr(at - cdata.size(), cdata.size()) == cdata);
        plain_ = plain;
    }

    // The bytes of the file behind the byte that is `steps` behind the start of the run.
    [[nodiscard]] FilePlace find(std::size_t steps) {
        skip_blanks();
        std::size_t done = 0;
        for (;;) {
            done += plain_bytes(steps - done);
            if (at_end()) break;
            auto const begin = at_;
            auto const made = next();
            if (steps < done + made) {
                bool const one_to_one = at_ - begin == made;
                auto const from = one_to_one ? begin + (steps - done) : begin;
                return {static_cast<std::uint32_t>(from),
                        static_cast<std::uint32_t>(one_to_one ? from + 1 : at_)};
            }
            done += made;
        }
        return {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at_)};
    }

  private:
    [[nodiscard]] bool at_end() const {
        if (at_ >= raw_.size()) return true;
        if (plain_) return false;
        return literal_ ? raw_.substr(at_).starts_with("]]>") : raw_[at_] == '<';
    }

    // Length of the entity at the current place and the character that it stands for.
    [[nodiscard]] char32_t entity(std::size_t& length) const {
        auto const end = raw_.find(';', at_);
        length = end == std::string_view::npos ? 1 : end - at_ + 1;
        auto const name = raw_.substr(at_ + 1, length > 2 ? length - 2 : 0);
        if (name == "lt") return U'<';
        if (name == "gt") return U'>';
        if (name == "quot") return U'"';
        if (name == "apos") return U'\'';
        if (!name.starts_with('#')) return U'&';
        bool const hex = name.starts_with("#x");
        return static_cast<char32_t>(
            std::strtoul(std::string(name.substr(hex ? 2 : 1)).c_str(), nullptr, hex ? 16 : 10));
    }

    [[nodiscard]] bool blank(std::size_t& length) const {
        length = 1;
        if (at_end()) return false;
        if (static_cast<unsigned char>(raw_[at_]) <= 0x20) return true;
        return raw_[at_] == '&' && !literal_ && entity(length) <= 0x20;
    }

    // Goes over bytes that stand in the text as they are, at most as many. Not over the last of the file.
    [[nodiscard]] std::size_t plain_bytes(std::size_t most) {
        std::size_t done = 0;
        while (!literal_ && done < most && at_ + Bytes16::size < raw_.size()) {
            auto const bytes = Bytes16::load(raw_.data() + at_);
            auto const blanks = bytes.at_most(0x20).bits();
            auto const entities = bytes.equal('&').bits();
            // The first of several blanks, or one that what comes next may make such.
            auto const several =
                blanks & (~bytes.equal(' ').bits() | (blanks | entities | 1u << Bytes16::size) >> 1);
            auto const stops = bytes.equal('<').bits() | entities | several | 1u << Bytes16::size;
            auto const count = std::min(most - done, static_cast<std::size_t>(std::countr_zero(stops)));
            if (count == 0) break;
            at_ += count;
            done += count;
        }
        return done;
    }

    void skip_blanks() {
        for (std::size_t length = 0; blank(length);) at_ += length;
    }

    // Goes over one character or one run of blanks; gives the bytes that it has in the text.
    [[nodiscard]] std::size_t next() {
        std::size_t length = 1;
        if (blank(length)) {
            skip_blanks();
            return 1;
        }
        if (raw_[at_] == '&' && !literal_) {
            std::string made;
            utf8::append(made, entity(length));
            at_ += length;
            return made.size();
        }
        ++at_;
        return 1;
    }

    std::string_view raw_;
    std::size_t at_;
    bool literal_ = false;  // no entities: CDATA
    bool plain_ = false;    // no markup at all
};

[[nodiscard]] FilePlace place_of(Document const& document, Source const& source, std::uint32_t text_offset) {
    return file_place(document.runs, source.bytes(), document.plain_text, text_offset);
}

}  // namespace

FilePlace file_place(std::span<TextRun const> runs, std::string_view raw, bool plain,
                     std::uint32_t text_offset) {
    auto run = std::upper_bound(runs.begin(), runs.end(), text_offset,
                                [](std::uint32_t at, TextRun const& r) { return at < r.text_begin; });
    if (run == runs.begin()) return {};
    --run;
    return RawText(raw, run->source_begin, plain).find(text_offset - run->text_begin);
}

std::uint32_t source_offset(Document const& document, Source const& source, std::uint32_t text_offset) {
    return place_of(document, source, text_offset).begin;
}

Span source_span(Document const& document, Source const& source, std::uint32_t begin, std::uint32_t end) {
    auto const first = place_of(document, source, begin);
    if (end <= begin) return {document.source, first.begin, first.begin};
    auto const last = place_of(document, source, end - 1);
    return {document.source, first.begin, std::max(first.begin, last.end)};
}

}  // namespace lacuna::akn
