(: The ten concepts of concepts.lac for BaseX: the paragraphs, headings and other leaves of text that hold each. :)
declare variable $folder external;
let $leaves := collection($folder)//*[text()[normalize-space()]]
return (
  count($leaves[. contains text ("access" using stemming ftand "computer" using stemming) ordered window 16 words]),
  count($leaves[. contains text ("damage" using stemming ftand "data" using stemming) ordered window 16 words]),
  count($leaves[. contains text ("intercept" using stemming ftand "communication" using stemming) ordered window 16 words]),
  count($leaves[. contains text ("without" using stemming ftand "authority" using stemming) ordered window 6 words]),
  count($leaves[. contains text ("imprisonment" using stemming ftand "term" using stemming) ordered window 10 words]),
  count($leaves[. contains text ("confiscate" using stemming ftand "property" using stemming) ordered window 16 words]),
  count($leaves[. contains text ("false" using stemming ftand "document" using stemming) ordered window 8 words]),
  count($leaves[. contains text ("search" using stemming ftand "premises" using stemming) ordered window 16 words]),
  count($leaves[. contains text ("preserve" using stemming ftand "data" using stemming) ordered window 16 words]),
  count($leaves[. contains text ("child" using stemming ftand "image" using stemming) ordered window 16 words])
)
